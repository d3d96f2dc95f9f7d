int count;

void main() {
  count++;
  IO.println(count);
}

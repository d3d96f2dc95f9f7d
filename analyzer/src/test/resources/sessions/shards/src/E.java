import dev.chanlint.runtime.Chan;

class E {
  public static void main(String[] args) {
    Chan<Integer> answers = Chan.make(1);
    answers.send(1);
    answers.close(); // chanlint:ignore close-twice -- it was once
  }
}

class Assertions {
  void check(int n) {
    assert n > 0;
    assert n < 9 : n;
  }
}

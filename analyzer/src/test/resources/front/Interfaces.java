interface Interfaces {
  int LIMIT = 3;
  Object LOCK = new Object();

  void run();

  default void twice() {
    run();
    helper();
  }

  private void helper() {}

  static Interfaces none() {
    return () -> {};
  }

  class Both implements Interfaces {
    @Override
    public void run() {}

    @Override
    public void twice() {
      Interfaces.super.twice();
    }
  }
}

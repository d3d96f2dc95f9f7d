class Constructors {
  private final int first = 1;
  private final Object second;

  {
    second = new Object();
  }

  Constructors() {
    this(5);
    System.gc();
  }

  Constructors(int n) {
    System.exit(n);
  }

  static class Early extends Constructors {
    private int third = 3;

    Early(int n) {
      int checked = Math.abs(n);
      super(checked);
      third = checked;
    }
  }

  static class Implicit extends Constructors {}
}

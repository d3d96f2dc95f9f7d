class Records {
  record Point(int x, int y) {
    static final Point ORIGIN = new Point(0, 0);
  }

  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException();
      }
    }

    Range(int to) {
      this(0, to);
    }

    @Override
    public int to() {
      return to;
    }
  }
}

class Tries {
  int leave(boolean a) {
    int x = 1;
    try {
      if (a) {
        return x;
      }
      System.gc();
    } finally {
      x = 2;
      System.exit(x);
    }
    return x;
  }

  void several() {
    try {
      System.gc();
    } catch (IllegalStateException | IllegalArgumentException e) {
      e.printStackTrace();
    } catch (RuntimeException e) {
      throw e;
    } finally {
      System.exit(1);
    }
  }

  void loop() {
    while (true) {
      try {
        try {
          System.gc();
          break;
        } finally {
          System.exit(1);
        }
      } finally {
        System.exit(2);
      }
    }
  }

  int override() {
    try {
      return Integer.parseInt("1");
    } finally {
      return 2;
    }
  }
}

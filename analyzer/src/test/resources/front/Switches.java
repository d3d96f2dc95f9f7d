class Switches {
  enum Color {
    RED,
    GREEN
  }

  int fallThrough(int n) {
    int r = 0;
    switch (n) {
      case 1:
        r = 1;
      case 2:
        r = 2;
        break;
      default:
        r = 3;
    }
    return r;
  }

  void arrows(String s) {
    switch (s) {
      case "a", "b" -> System.gc();
      case "c" -> {
        return;
      }
      default -> throw new IllegalStateException(s);
    }
    System.exit(0);
  }

  int exhaustive(Color color) {
    return switch (color) {
      case RED -> 1;
      case GREEN -> {
        int two = 2;
        yield two;
      }
    };
  }

  int old(int n) {
    int r = switch (n) {
      case 1:
        yield 10;
      default:
        if (n > 5) {
          yield 20;
        }
        yield 30;
    };
    return r;
  }
}

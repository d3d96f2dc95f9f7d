class Patterns {
  sealed interface Shape permits Circle, Box {}

  record Circle(int radius) implements Shape {}

  record Box(Object left, Circle right) implements Shape {}

  int test(Object o) {
    if (o instanceof String s && s.length() > 1) {
      return s.length();
    }
    if (!(o instanceof Integer n)) {
      return 0;
    }
    return n;
  }

  int deconstruct(Shape shape) {
    return switch (shape) {
      case Circle(int r) when r > 3 -> r;
      case Circle c -> c.radius();
      case Box(String left, Circle(var r)) -> left.length() + r;
      case Box(_, var right) -> right.radius();
    };
  }

  /** Guards that could be statements. */
  int guardedByCalls(Object o) {
    switch (o) {
      case String s when s.isEmpty() -> {
        return 1;
      }
      case String s when !s.isBlank() -> {
        return 2;
      }
      case Circle(int r) when (o.equals(r)) -> System.gc();
      default -> System.gc();
    }
    return 3;
  }

  void nullable(Object o) {
    switch (o) {
      case null -> System.gc();
      case String _ -> System.exit(1);
      default -> System.exit(2);
    }
  }
}

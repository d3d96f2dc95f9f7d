package dev.chanlint.analyzer.fuzz;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ways in which a source can be larger or deeper than anybody writes one. */
public enum Growth {
  /** Brackets around an expression. */
  BRACKETS {
    @Override
    String body(int depth) {
      return "int n = " + nested("(", "1", ")", depth) + ";";
    }
  },
  /** Signs before an expression. */
  SIGNS {
    @Override
    String body(int depth) {
      return "int n = " + nested("- ", "1", "", depth) + ";";
    }
  },
  /** A sum. */
  SUM {
    @Override
    String body(int depth) {
      return "String s = " + nested("\"a\" + ", "\"b\"", "", depth) + ";";
    }
  },
  /** A chain of conditional expressions. */
  CHOICE {
    @Override
    String body(int depth) {
      return "int n = " + nested("flag ? 1 : ", "2", "", depth) + ";";
    }
  },
  /** A chain of calls. */
  CALLS {
    @Override
    String body(int depth) {
      return "StringBuilder b = new StringBuilder()" + nested(".append(1)", "", "", depth) + ";";
    }
  },
  /** Calls within calls. */
  ARGUMENTS {
    @Override
    String body(int depth) {
      return "int n = " + nested("Math.abs(", "1", ")", depth) + ";";
    }
  },
  /** Blocks within blocks. */
  BLOCKS {
    @Override
    String body(int depth) {
      return nested("{", ";", "}", depth);
    }
  },
  /** Statements within statements. */
  LOCKS {
    @Override
    String body(int depth) {
      return nested("synchronized (this) {", "ch.send(1);", "}", depth);
    }
  },
  /** Loops within loops. */
  LOOPS {
    @Override
    String body(int depth) {
      return nested("while (flag) {", "ch.send(1);", "}", depth);
    }
  },
  /** Handlers within handlers. */
  HANDLERS {
    @Override
    String body(int depth) {
      return nested("try {", "ch.send(1);", "} finally { ch.receive(); }", depth);
    }
  },
  /** A chain of alternatives. */
  ALTERNATIVES {
    @Override
    String body(int depth) {
      return nested("if (flag) ch.send(1); else ", ";", "", depth);
    }
  },
  /** Closures within closures. */
  LAMBDAS {
    @Override
    String body(int depth) {
      return nested("Go.go(() -> {", "ch.send(1);", "});", depth);
    }
  },
  /** Switches within switches. */
  SWITCHES {
    @Override
    String body(int depth) {
      return "int n = " + nested("switch (0) { default -> ", "1;", "};", depth);
    }
  },
  /** Patterns within patterns. */
  PATTERNS {
    @Override
    String body(int depth) {
      return "boolean b = (Object) this instanceof " + nested("R(", "R _", ")", depth) + ";";
    }
  },
  /** Type arguments within type arguments. */
  GENERICS {
    @Override
    String body(int depth) {
      return nested("java.util.List<", "String", ">", depth) + " list = null;";
    }
  },
  /** Dimensions of an array. */
  DIMENSIONS {
    @Override
    String body(int depth) {
      return "int" + "[]".repeat(depth) + " array = null;";
    }
  },
  /** An initializer of an array within one. */
  INITIALIZERS {
    @Override
    String body(int depth) {
      return "Object array = new int" + "[]".repeat(depth) + nested("{", "", "}", depth) + ";";
    }
  },
  /** Classes within classes. */
  CLASSES {
    @Override
    String body(int depth) {
      return nested("new Object() { void f() { ", "ch.send(1);", "} };", depth);
    }
  },
  /** Annotations within annotations. */
  ANNOTATIONS {
    @Override
    String body(int depth) {
      return nested("@Deprecated(since = ", "\"\"", ")", depth) + " int n;";
    }
  },
  /** A qualified name. */
  NAME {
    @Override
    String body(int depth) {
      return "a" + ".b".repeat(depth) + " c;";
    }
  },
  /** A long method that does the same again and again. */
  STATEMENTS {
    @Override
    String body(int depth) {
      return "ch.send(1);\n".repeat(depth);
    }
  },
  /** As many goroutines. */
  GOROUTINES {
    @Override
    String body(int depth) {
      return "Go.go(() -> ch.send(1));\n".repeat(depth);
    }
  },
  /** As many ways to go. */
  BRANCHES {
    @Override
    String body(int depth) {
      return "if (flag) { ch.send(1); } else { ch.receive(); }\n".repeat(depth);
    }
  },
  /** As many channels and locks. */
  OBJECTS {
    @Override
    String body(int depth) {
      return numbered("Chan<Integer> c%1$d = Chan.make(); Go.go(() -> c%1$d.send(1));", depth);
    }
  },
  /** As many cases. */
  CASES {
    @Override
    String body(int depth) {
      return "switch (number) {" + numbered("case %d -> ch.send(1);", depth) + "}";
    }
  },
  /** As many letters. */
  LITERAL {
    @Override
    String body(int depth) {
      return "String s = \"" + "x".repeat(10 * depth) + "\";";
    }
  },
  /** As many escapes. */
  ESCAPES {
    @Override
    String body(int depth) {
      return "int n" + "\\u0061".repeat(depth) + ";";
    }
  };

  /** What grows, inside a method with a channel {@code ch} at hand. */
  abstract String body(int depth);

  /**
   * A source that has grown.
   *
   * @param depth how deep or how large
   * @return a class {@code Grown} with a {@code main}
   */
  public String source(int depth) {
    return """
    import dev.chanlint.runtime.Chan;
    import dev.chanlint.runtime.Go;

    class Grown {
      record R(Object inner) {}

      boolean flag;
      int number;

      void grow(Chan<Integer> ch) {
        %s
      }

      public static void main(String[] args) {
        Go.run(() -> new Grown().grow(Chan.make()));
      }
    }
    """
        .formatted(body(depth));
  }

  private static String nested(String open, String inner, String close, int depth) {
    return open.repeat(depth) + inner + close.repeat(depth);
  }

  private static String numbered(String pattern, int times) {
    return IntStream.range(0, times).mapToObj(pattern::formatted).collect(Collectors.joining("\n"));
  }
}

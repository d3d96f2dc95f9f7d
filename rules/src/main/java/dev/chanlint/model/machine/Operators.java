package dev.chanlint.model.machine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arithmetic, comparison and conversion, on values known and open. */
final class Operators {

  private static final Value ZERO = new Value.Known(0);

  private static final Set<String> WHOLE_NUMBERS =
      Set.of(
          "int",
          "long",
          "short",
          "byte",
          "char",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte");

  private Operators() {}

  static Value defaultOf(String type) {
    return switch (type) {
      case "int", "short", "byte" -> ZERO;
      case "boolean" -> Value.FALSE;
      case "long" -> new Value.Known(0L);
      case "double" -> new Value.Known(0.0);
      case "float" -> new Value.Known(0.0f);
      case "char" -> new Value.Known('\0');
      default -> Value.NULL;
    };
  }

  static boolean isPrimitive(String type) {
    return !type.contains(".") && !type.endsWith("[]") && Character.isLowerCase(type.charAt(0));
  }

  static Value apply(Machine machine, String operator, List<Value> operands, String type) {
    Value first = operands.getFirst();
    if (operands.size() == 1) {
      return unary(machine, operator, first, type);
    }
    Value second = operands.get(1);
    if (operator.equals("==") || operator.equals("!=")) {
      return equality(machine, operator, first, second);
    }
    if (operator.equals("instanceof")) {
      return instanceOf(machine, first, second);
    }
    if (operator.equals("+") && type.equals("java.lang.String")) {
      return concatenation(machine, first, second);
    }
    if (first instanceof Value.Known(Object a) && second instanceof Value.Known(Object b)) {
      Value known = known(operator, a, b);
      if (known != null) {
        return known;
      }
    }
    return switch (operator) {
      case "<" -> less(machine, first, second);
      case ">" -> less(machine, second, first);
      case "<=" -> not(machine, less(machine, second, first));
      case ">=" -> not(machine, less(machine, first, second));
      default -> machine.derive(operator, operands, type);
    };
  }

  /** Comparisons have one form, so that whoever asks them gets the same answer. */
  private static Value less(Machine machine, Value first, Value second) {
    if (first instanceof Value.Symbol(Object key, String type, boolean sure)
        && WHOLE_NUMBERS.contains(type)
        && whole(second) instanceof Value.Known(Integer bound)
        && bound > Integer.MIN_VALUE) {
      return not(machine, less(machine, Value.of(bound - 1), first));
    }
    return machine.derive("<", List.of(whole(first), second), "boolean");
  }

  /** The same number, as an {@code int} if it is one that fits. */
  private static Value whole(Value value) {
    return value instanceof Value.Known(Long number) && number == number.intValue()
        ? Value.of(number.intValue())
        : value;
  }

  private static Value not(Machine machine, Value condition) {
    return machine.derive("!", List.of(condition), "boolean");
  }

  private static Value unary(Machine machine, String operator, Value value, String type) {
    if (value instanceof Value.Known(Object content)) {
      Object result =
          switch (content) {
            case Boolean b when operator.equals("!") -> !b;
            case Integer i when operator.equals("-") -> -i;
            case Integer i when operator.equals("~") -> ~i;
            case Long l when operator.equals("-") -> -l;
            case Long l when operator.equals("~") -> ~l;
            case Double d when operator.equals("-") -> -d;
            case Number n when operator.equals("+") -> n;
            default -> null;
          };
      if (result != null) {
        return new Value.Known(result);
      }
    }
    return machine.derive(operator, List.of(value), type);
  }

  private static Value equality(Machine machine, String operator, Value a, Value b) {
    boolean negated = operator.equals("!=");
    Boolean equal = equal(a, b);
    if (equal != null) {
      return Value.of(equal != negated);
    }
    Value same = machine.derive("==", List.of(a, b), "boolean");
    return negated ? machine.derive("!", List.of(same), "boolean") : same;
  }

  private static @Nullable Boolean equal(Value a, Value b) {
    if (a instanceof Value.Null && isNeverNull(b) || b instanceof Value.Null && isNeverNull(a)) {
      return false;
    }
    if (a instanceof Value.Symbol || b instanceof Value.Symbol) {
      return a.equals(b) ? Boolean.TRUE : null;
    }
    if (a instanceof Value.Known(Object x) && b instanceof Value.Known(Object y)) {
      Number m = asNumber(x);
      Number n = asNumber(y);
      return m != null && n != null ? compare(m, n) == 0 : x.equals(y);
    }
    return a == b || (a instanceof Value.Null && b instanceof Value.Null);
  }

  /** Numbers, also in their boxes, and texts that were put together. */
  private static boolean isNeverNull(Value value) {
    return value instanceof Value.Symbol(Object key, String type, boolean sure)
        && (isPrimitive(type)
            || key instanceof Value.Expression(String op, var of, int depth) && op.equals("+"));
  }

  private static Value instanceOf(Machine machine, Value value, Value type) {
    if (value instanceof Value.Null) {
      return Value.FALSE;
    }
    String name = typeName(type);
    if (name != null && value instanceof Thing thing) {
      return Value.of(machine.index().isSubtype(thing.type(), name));
    }
    if (name != null && value instanceof Value.Known(Object content)) {
      return Value.of(machine.index().isSubtype(content.getClass().getName(), name));
    }
    return machine.derive("instanceof", List.of(value, type), "boolean");
  }

  private static @Nullable String typeName(Value type) {
    return type instanceof Value.Known(dev.chanlint.model.code.Instruction.ClassConstant c)
        ? c.type()
        : null;
  }

  private static Value concatenation(Machine machine, Value a, Value b) {
    String left = text(a);
    String right = text(b);
    return left != null && right != null && left.length() + right.length() < 10_000
        ? new Value.Known(left + right)
        : machine.derive("+", List.of(a, b), "java.lang.String");
  }

  private static @Nullable String text(Value value) {
    return switch (value) {
      case Value.Known(Object content) -> String.valueOf(content);
      case Value.Null n -> "null";
      default -> null;
    };
  }

  private static @Nullable Value known(String operator, Object a, Object b) {
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return switch (operator) {
        case "&" -> Value.of(x & y);
        case "|" -> Value.of(x | y);
        case "^" -> Value.of(x ^ y);
        default -> null;
      };
    }
    Number x = asNumber(a);
    Number y = asNumber(b);
    if (x == null || y == null) {
      return null;
    }
    Value compared = comparison(operator, x, y);
    if (compared != null) {
      return compared;
    }
    Object result;
    if (isFloating(x) || isFloating(y)) {
      result = floating(operator, x.doubleValue(), y.doubleValue());
    } else if (x instanceof Long || y instanceof Long) {
      result = integral(operator, x.longValue(), y.longValue());
    } else {
      result = integral(operator, x.intValue(), y.intValue());
    }
    return result == null ? null : new Value.Known(result);
  }

  private static @Nullable Number asNumber(Object value) {
    return switch (value) {
      case Character c -> (int) c;
      case Number n -> n;
      default -> null;
    };
  }

  private static boolean isFloating(Number n) {
    return n instanceof Double || n instanceof Float;
  }

  private static @Nullable Value comparison(String operator, Number x, Number y) {
    int order = compare(x, y);
    return switch (operator) {
      case "<" -> Value.of(order < 0);
      case "<=" -> Value.of(order <= 0);
      case ">" -> Value.of(order > 0);
      case ">=" -> Value.of(order >= 0);
      default -> null;
    };
  }

  private static int compare(Number x, Number y) {
    return isFloating(x) || isFloating(y)
        ? Double.compare(x.doubleValue(), y.doubleValue())
        : Long.compare(x.longValue(), y.longValue());
  }

  private static @Nullable Object floating(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "%" -> x % y;
      default -> null;
    };
  }

  private static @Nullable Object integral(String operator, long x, long y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> y == 0 ? null : (Object) (x / y);
      case "%" -> y == 0 ? null : (Object) (x % y);
      case "&" -> x & y;
      case "|" -> x | y;
      case "^" -> x ^ y;
      case "<<" -> x << y;
      case ">>" -> x >> y;
      case ">>>" -> x >>> y;
      default -> null;
    };
  }

  private static @Nullable Object integral(String operator, int x, int y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> y == 0 ? null : (Object) (x / y);
      case "%" -> y == 0 ? null : (Object) (x % y);
      case "&" -> x & y;
      case "|" -> x | y;
      case "^" -> x ^ y;
      case "<<" -> x << y;
      case ">>" -> x >> y;
      case ">>>" -> x >>> y;
      default -> null;
    };
  }

  /** A copy, cast or conversion to a type. */
  static Value convert(Machine machine, Value value, String type) {
    if (!(value instanceof Value.Known(Object content))) {
      return value;
    }
    Number number = asNumber(content);
    if (number == null) {
      return value;
    }
    return switch (type) {
      case "int", "java.lang.Integer" -> new Value.Known(number.intValue());
      case "long", "java.lang.Long" -> new Value.Known(number.longValue());
      case "double", "java.lang.Double" -> new Value.Known(number.doubleValue());
      case "float", "java.lang.Float" -> new Value.Known(number.floatValue());
      case "short", "java.lang.Short" -> new Value.Known((int) number.shortValue());
      case "byte", "java.lang.Byte" -> new Value.Known((int) number.byteValue());
      case "char", "java.lang.Character" -> new Value.Known((char) number.intValue());
      default -> value;
    };
  }
}

package dev.chanlint.model.library;

import dev.chanlint.model.code.MethodRef;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Comparators, and what they put in order. The program's own code is asked wherever the JDK asks
 * it; where its answer is open, values stay in the order that they have.
 */
final class Ordering {

  private static final MethodRef COMPARE_TO =
      new MethodRef("java.lang.Comparable", "compareTo", List.of("java.lang.Object"), "int", false);

  /** Of so many values each can be asked about all others, on one stack. */
  private static final int MOST_ASKED = 24;

  private Ordering() {}

  /** Whether a type is that of comparators. */
  static boolean declares(String owner) {
    return owner.equals("java.util.Comparator");
  }

  static Facet.@Nullable Handler handler(String name) {
    return switch (name) {
      case "naturalOrder" -> call -> give(call, List.of(), Ordering::natural);
      case "reverseOrder" -> call -> give(call, List.of(order(call, 0)), Ordering::reversed);
      case "reversed" -> call -> give(call, List.of(call.self()), Ordering::reversed);
      case "comparing", "comparingInt", "comparingLong", "comparingDouble" ->
          call -> give(call, List.of(call.argument(0), order(call, 1)), Ordering::byKey);
      case "thenComparing" -> Ordering::thenComparing;
      case "thenComparingInt", "thenComparingLong", "thenComparingDouble" -> Ordering::thenByKey;
      default -> null;
    };
  }

  private static void give(Invocation call, List<Value> of, Facet.Handler body) {
    Functions.give(call, of, body);
  }

  /**
   * An argument that is a comparator; null, which stands for the natural order, if there is none.
   */
  static Value order(Invocation call, int index) {
    return index < call.arguments().size() ? call.argument(index) : Value.NULL;
  }

  /** The comparator among a constructor's arguments; null if there is none. */
  static Value given(Invocation call) {
    int at = call.method().parameters().indexOf("java.util.Comparator");
    return at < 0 ? Value.NULL : call.argument(at);
  }

  private static void natural(Invocation call) {
    compare(call, Value.NULL, call.argument(0), call.argument(1), call::give);
  }

  private static void reversed(Invocation call) {
    compare(call, Functions.part(call, 0), call.argument(1), call.argument(0), call::give);
  }

  private static void byKey(Invocation call) {
    compareKeys(call, Functions.part(call, 0), Functions.part(call, 1));
  }

  private static void compareKeys(Invocation call, Value key, Value order) {
    call.callBack(
        key,
        List.of(call.argument(0)),
        first ->
            call.callBack(
                key,
                List.of(call.argument(1)),
                second -> compare(call, order, first, second, call::give)));
  }

  private static void thenComparing(Invocation call) {
    boolean isByKey =
        call.arguments().size() == 2
            || call.method().parameters().equals(List.of("java.util.function.Function"));
    if (isByKey) {
      thenByKey(call);
    } else {
      give(call, List.of(call.self(), call.argument(0)), Ordering::inTurn);
    }
  }

  private static void thenByKey(Invocation call) {
    List<Value> parts = List.of(call.self(), call.argument(0), order(call, 1));
    give(call, parts, Ordering::inTurnByKey);
  }

  /** One order, and another for what is equal in it. */
  private static void inTurn(Invocation call) {
    unlessDecided(call, () -> call.callBack(Functions.part(call, 1), call.arguments(), call::give));
  }

  private static void inTurnByKey(Invocation call) {
    unlessDecided(call, () -> compareKeys(call, Functions.part(call, 1), Functions.part(call, 2)));
  }

  private static void unlessDecided(Invocation call, Runnable otherwise) {
    call.callBack(
        Functions.part(call, 0),
        call.arguments(),
        first -> {
          if (first instanceof Value.Known(Number n) && n.intValue() == 0) {
            otherwise.run();
          } else {
            call.give(first);
          }
        });
  }

  private static void compare(
      Invocation call, Value order, Value one, Value other, Consumer<Value> then) {
    if (!(order instanceof Value.Null)) {
      call.callBack(order, List.of(one, other), then);
    } else if (one instanceof Thing thing && call.machine().declares(thing, COMPARE_TO)) {
      call.machine().call(call.goroutine(), COMPARE_TO, thing, List.of(other), then, call.at());
    } else {
      then.accept(natural(call, one, other));
    }
  }

  private static Value natural(Invocation call, Value one, Value other) {
    Integer known = one.equals(other) ? Integer.valueOf(0) : natural(one, other);
    return known != null
        ? Value.of(known)
        : call.machine().derive("compareTo", List.of(one, other), "int");
  }

  /** How two values compare in their natural order; null if that is not known. */
  static @Nullable Integer natural(Value one, Value other) {
    return one instanceof Value.Known(Object a) && other instanceof Value.Known(Object b)
        ? compare(a, b)
        : null;
  }

  private static @Nullable Integer compare(Object one, Object other) {
    return switch (one) {
      case Integer a when other instanceof Integer b -> a.compareTo(b);
      case Long a when other instanceof Long b -> a.compareTo(b);
      case Double a when other instanceof Double b -> a.compareTo(b);
      case Character a when other instanceof Character b -> a.compareTo(b);
      case String a when other instanceof String b -> a.compareTo(b);
      default -> null;
    };
  }

  /**
   * Sorts; many values only where nobody need be asked.
   *
   * @param order a comparator; null for the natural order
   * @param then receives the values in order
   */
  static void sort(Invocation call, List<Value> values, Value order, Consumer<List<Value>> then) {
    if (isKnown(values, order)) {
      then.accept(values.stream().sorted(Ordering::known).toList());
    } else if (values.size() > MOST_ASKED) {
      then.accept(values);
    } else {
      insert(call, values, order, new ArrayList<>(), then);
    }
  }

  /** Whether values stand in an order for which nobody need be asked. */
  static boolean isKnown(List<Value> values, Value order) {
    return order instanceof Value.Null
        && values.stream().allMatch(value -> natural(values.getFirst(), value) != null);
  }

  /** How two values compare of which that is known. */
  static int known(Value one, Value other) {
    return Objects.requireNonNull(natural(one, other));
  }

  /**
   * Looks for a value in what is sorted.
   *
   * @param order a comparator; null for the natural order
   * @param then receives the place of the last that is equal to it; if there is none, -1 less the
   *     place where it belongs
   */
  static void search(
      Invocation call, List<Value> sorted, Value wanted, Value order, IntConsumer then) {
    if (sorted.size() > MOST_ASKED && !isKnown(with(sorted, wanted), order)) {
      then.accept(-1 - sorted.size());
    } else {
      search(call, sorted, wanted, order, sorted.size(), then);
    }
  }

  private static List<Value> with(List<Value> values, Value another) {
    return Stream.concat(values.stream(), Stream.of(another)).toList();
  }

  private static void search(
      Invocation call, List<Value> sorted, Value wanted, Value order, int at, IntConsumer then) {
    if (at == 0) {
      then.accept(-1);
      return;
    }
    compare(
        call,
        order,
        wanted,
        sorted.get(at - 1),
        result -> {
          int sign = result instanceof Value.Known(Number n) ? Integer.signum(n.intValue()) : 1;
          switch (sign) {
            case 0 -> then.accept(at - 1);
            case 1 -> then.accept(-1 - at);
            default -> search(call, sorted, wanted, order, at - 1, then);
          }
        });
  }

  /** Where a value belongs, after those that are equal to it, of which a search told. */
  static int place(int found) {
    return found < 0 ? -1 - found : found + 1;
  }

  private static void insert(
      Invocation call,
      List<Value> left,
      Value order,
      List<Value> sorted,
      Consumer<List<Value>> then) {
    if (left.isEmpty()) {
      then.accept(sorted);
      return;
    }
    Value next = left.getFirst();
    search(
        call,
        sorted,
        next,
        order,
        found -> {
          sorted.add(place(found), next);
          insert(call, left.subList(1, left.size()), order, sorted, then);
        });
  }

  /** What may be the least or the greatest: an {@code Optional}, empty if there are no values. */
  static void optionalExtreme(
      Invocation call, List<Value> values, Value order, int sign, Consumer<Value> then) {
    if (values.isEmpty()) {
      then.accept(Options.of(call, null));
    } else {
      extreme(call, values, order, sign, best -> then.accept(Options.of(call, best)));
    }
  }

  /**
   * Chooses the least or the greatest; any, where an answer is open.
   *
   * @param values at least one
   * @param order a comparator; null for the natural order
   * @param sign 1 for the greatest, -1 for the least
   * @param then receives it
   */
  static void extreme(
      Invocation call, List<Value> values, Value order, int sign, Consumer<Value> then) {
    if (isKnown(values, order)) {
      List<Value> sorted = values.stream().sorted(Ordering::known).toList();
      then.accept(sign > 0 ? sorted.getLast() : sorted.getFirst());
    } else if (values.size() > MOST_ASKED) {
      then.accept(values.get(call.machine().chooseData(values.size())));
    } else {
      extreme(call, values, order, sign, values.getFirst(), 1, then);
    }
  }

  private static void extreme(
      Invocation call,
      List<Value> values,
      Value order,
      int sign,
      Value best,
      int next,
      Consumer<Value> then) {
    if (next == values.size()) {
      then.accept(best);
      return;
    }
    Value candidate = values.get(next);
    compare(
        call,
        order,
        candidate,
        best,
        result -> {
          boolean isBetter =
              result instanceof Value.Known(Number n)
                  ? n.intValue() * sign > 0
                  : call.machine().chooseData(2) == 1;
          extreme(call, values, order, sign, isBetter ? candidate : best, next + 1, then);
        });
  }
}

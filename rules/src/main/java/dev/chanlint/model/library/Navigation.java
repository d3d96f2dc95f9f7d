package dev.chanlint.model.library;

import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Neighbours and parts of what is sorted, as the methods of sorted maps and sets name them. */
final class Navigation {

  /**
   * A part.
   *
   * @param from the place of its first element
   * @param to the place after its last
   */
  record Part(int from, int to) {}

  private Navigation() {}

  /**
   * The place of the element next to the argument; where the order is not known, any.
   *
   * @param call of a method whose name begins with {@code lower}, {@code floor}, {@code ceiling} or
   *     {@code higher}
   * @param sorted the elements
   * @param order their comparator; null for the natural order
   * @return the place; -1 if there is none
   */
  static int neighbour(Invocation call, List<Value> sorted, Value order) {
    Value wanted = call.argument(0);
    if (sorted.isEmpty()) {
      return -1;
    }
    if (!isKnown(sorted, wanted, order)) {
      return call.machine().chooseData(sorted.size());
    }
    String name = call.method().name();
    boolean isInclusive = name.startsWith("floor") || name.startsWith("ceiling");
    if (name.startsWith("floor") || name.startsWith("lower")) {
      return below(sorted, wanted, isInclusive) - 1;
    }
    int at = below(sorted, wanted, !isInclusive);
    return at < sorted.size() ? at : -1;
  }

  /**
   * The part that the arguments name.
   *
   * @param call of a method whose name begins with {@code head}, {@code tail} or {@code sub}
   * @param sorted the elements
   * @param order their comparator; null for the natural order
   * @return the part; null if it is not known
   */
  static @Nullable Part part(Invocation call, List<Value> sorted, Value order) {
    String name = call.method().name();
    int bounds = name.startsWith("sub") ? 2 : 1;
    boolean isExplicit = call.arguments().size() == 2 * bounds;
    int step = isExplicit ? 2 : 1;
    Value first = call.argument(0);
    Value last = call.argument(step * (bounds - 1));
    if (!isKnown(sorted, first, order) || !isKnown(sorted, last, order)) {
      return null;
    }
    boolean withFirst = !isExplicit || call.argument(1).equals(Value.TRUE);
    boolean withLast = isExplicit && call.argument(step * (bounds - 1) + 1).equals(Value.TRUE);
    int from = name.startsWith("head") ? 0 : below(sorted, first, !withFirst);
    int to = name.startsWith("tail") ? sorted.size() : below(sorted, last, withLast);
    return new Part(Math.min(from, to), to);
  }

  private static boolean isKnown(List<Value> sorted, Value wanted, Value order) {
    return order instanceof Value.Null
        && sorted.stream().allMatch(value -> Ordering.natural(value, wanted) != null);
  }

  /** How many elements are less than a value, or equal to it. */
  private static int below(List<Value> sorted, Value bound, boolean isInclusive) {
    int most = isInclusive ? 0 : -1;
    return (int)
        sorted.stream()
            .filter(value -> Objects.requireNonNull(Ordering.natural(value, bound)) <= most)
            .count();
  }
}

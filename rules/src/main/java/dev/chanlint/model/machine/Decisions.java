package dev.chanlint.model.machine;

import dev.chanlint.model.machine.Value.Expression;
import dev.chanlint.model.machine.Value.Known;
import dev.chanlint.model.machine.Value.Symbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was decided in one run about conditions that the sources leave open. */
final class Decisions {

  private final Map<Value, Boolean> made = new HashMap<>();
  private final Map<Value, Range> ranges = new HashMap<>();

  /** A number's least and greatest values. */
  private record Range(long least, long greatest) {
    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** What is decided of a condition, by itself or by what follows from others; null if nothing. */
  @Nullable Boolean find(Value condition) {
    Boolean decided = made.get(condition);
    return decided != null || !(condition instanceof Symbol(Expression asked, String t, boolean s))
        ? decided
        : implied(asked);
  }

  void make(Value condition, boolean decision) {
    made.put(condition, decision);
    if (condition instanceof Symbol(Expression known, String t, boolean s)
        && known.operator().equals("<")
        && known.operands().getFirst() instanceof Known(Integer bound)) {
      Value number = known.operands().getLast();
      Range range = range(number);
      ranges.put(
          number,
          decision
              ? new Range(Math.max(range.least(), bound + 1L), range.greatest())
              : new Range(range.least(), Math.min(range.greatest(), bound)));
    }
  }

  private Range range(Value number) {
    return ranges.getOrDefault(number, Range.ALL);
  }

  private @Nullable Boolean implied(Expression asked) {
    if (asked.operands().size() != 2) {
      return null;
    }
    Value first = asked.operands().getFirst();
    Value second = asked.operands().getLast();
    return switch (asked.operator()) {
      case "<" -> first instanceof Known(Integer bound) ? isAbove(second, bound) : null;
      case "==" ->
          first instanceof Known(Integer bound)
              ? isEqual(second, bound)
              : second instanceof Known(Integer bound) ? isEqual(first, bound) : null;
      default -> null;
    };
  }

  private @Nullable Boolean isAbove(Value number, int bound) {
    Range range = range(number);
    if (range.least() > bound) {
      return true;
    }
    return range.greatest() <= bound ? false : null;
  }

  private @Nullable Boolean isEqual(Value number, int bound) {
    Range range = range(number);
    if (bound < range.least() || bound > range.greatest()) {
      return false;
    }
    return range.least() == range.greatest() ? true : null;
  }
}

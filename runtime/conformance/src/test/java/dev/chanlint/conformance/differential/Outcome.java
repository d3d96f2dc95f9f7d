package dev.chanlint.conformance.differential;

import java.util.List;
import java.util.SortedMap;

/**
 * What an execution showed.
 *
 * @param end how the program ended
 * @param traces what each goroutine has seen until then, each event followed by a space
 */
record Outcome(End end, List<String> traces) {

  private static final String UNNOTICED = "sync: RUnlock of unlocked RWMutex";

  Outcome {
    traces = List.copyOf(traces);
  }

  /** How a program ends. */
  sealed interface End {

    /** How long to wait for a program to end, in seconds; none takes anything like it. */
    long LONGEST_SECONDS = 60;

    /** Its main goroutine returned. */
    record Returned() implements End {}

    /**
     * A goroutine died.
     *
     * @param goroutine which
     * @param message what of
     */
    record Panicked(int goroutine, String message) implements End {}

    /**
     * Every goroutine was blocked.
     *
     * @param states what each is blocked in, as {@link Report#canonical} has it
     */
    record Deadlocked(SortedMap<Integer, String> states) implements End {}

    /** Not at all, though no program loops for ever. */
    record Endless() implements End {}

    /** Whether the main goroutine died. */
    default boolean isMainsPanic() {
      return this instanceof Panicked panic && panic.goroutine() == 0;
    }
  }

  /**
   * Whether this may be what was seen of an execution. A program that returns or panics ends
   * wherever its other goroutines are, and what they did last they may not have told.
   *
   * @param whole what there was to see of the execution if it went on as long as it could
   */
  boolean isSeenOf(Outcome whole) {
    return end.equals(whole.end)
        && switch (end) {
          case End.Returned() -> isPrefixOf(whole, 0);
          case End.Panicked(int goroutine, String message) -> isPrefixOf(whole, goroutine);
          case End.Deadlocked(SortedMap<Integer, String> states) -> traces.equals(whole.traces);
          case End.Endless() -> false;
        };
  }

  /**
   * Whether this may be how Go goes on where an execution ends in the panic of an {@code RUnlock}
   * too many. Go tells it by the sign of its count of readers; while the lock is held for writing
   * and a reader waits, that is as if a reader held it, and the lock is in no defined state then.
   */
  boolean goesOnAfterMisuse(Outcome whole) {
    return whole.end instanceof End.Panicked(int goroutine, String message)
        && message.equals(UNNOTICED)
        && traces.get(goroutine).startsWith(whole.traces.get(goroutine))
        && !traces.get(goroutine).equals(whole.traces.get(goroutine));
  }

  /** Whether the one that ended the program has seen the same, and the others no more. */
  private boolean isPrefixOf(Outcome whole, int ender) {
    for (int i = 0; i < traces.size(); i++) {
      if (!whole.traces.get(i).startsWith(traces.get(i))) {
        return false;
      }
    }
    return traces.get(ender).equals(whole.traces.get(ender));
  }
}

package dev.chanlint.analyzer.confirm;

import java.time.Duration;

/**
 * What an exploration may cost.
 *
 * @param time how long it may take
 * @param executions how many executions it may run
 */
public record Budget(Duration time, long executions) {

  /** Enough for a program of a page. */
  public static final Budget DEFAULT = new Budget(Duration.ofSeconds(5), 1_000_000);

  /** How long the first look takes that meets the faults which lie at hand. */
  private static final Duration FIRST_LOOK = Duration.ofMillis(500);

  /**
   * The budget for a first look.
   *
   * @return this one with its time cut down
   */
  Budget firstLook() {
    return time.compareTo(FIRST_LOOK) <= 0 ? this : new Budget(FIRST_LOOK, executions);
  }

  /** Whether a first look is less than the whole. */
  boolean allowsMoreThanFirstLook() {
    return time.compareTo(FIRST_LOOK) > 0;
  }
}

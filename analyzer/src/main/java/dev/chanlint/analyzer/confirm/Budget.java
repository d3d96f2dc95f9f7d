package dev.chanlint.analyzer.confirm;

import java.time.Duration;

/**
 * What a confirmation may cost.
 *
 * @param time how long the exploration of one entry point may take
 * @param executions how many executions it may run
 * @param whole how long the whole may take; what is not begun by then is left
 */
public record Budget(Duration time, long executions, Duration whole) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** Enough for a program of a page. */
  public static final Budget DEFAULT = new Budget(Duration.ofSeconds(5), 1_000_000);

  /**
   * One without a limit for the whole that anybody would wait for.
   *
   * @param time how long the exploration of one entry point may take
   * @param executions how many executions it may run
   */
  public Budget(Duration time, long executions) {
    this(time, executions, HOUR);
  }
}

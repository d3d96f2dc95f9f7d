package dev.chanlint.analyzer.confirm;

import java.time.Duration;

/**
 * What a confirmation may cost.
 *
 * @param entry how much may be run from one entry point, for all findings that it reaches
 * @param finding how much may be run for one finding, from all entry points that reach it
 * @param whole how much may be run in all; what is not begun by then is left
 */
public record Budget(Limit entry, Limit finding, Limit whole) {

  /** Enough for a program of a page: five seconds from an entry point. */
  public static final Budget DEFAULT = new Budget(Duration.ofSeconds(5), Long.MAX_VALUE);

  /**
   * One that limits nothing but what is run from an entry point.
   *
   * @param time how long
   * @param executions how many executions
   */
  public Budget(Duration time, long executions) {
    this(new Limit(time, executions), Limit.NONE, Limit.NONE);
  }
}

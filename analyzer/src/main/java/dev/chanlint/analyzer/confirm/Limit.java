package dev.chanlint.analyzer.confirm;

import java.time.Duration;

/**
 * How much may be run: whichever of the two is reached first ends it.
 *
 * @param time how long
 * @param executions how many executions; {@link Long#MAX_VALUE} for any number
 */
public record Limit(Duration time, long executions) {

  /** More than anybody would wait for. */
  public static final Limit NONE = new Limit(Duration.ofDays(365), Long.MAX_VALUE);

  /**
   * What neither of two limits forbids.
   *
   * @param other the other one
   * @return the shorter time and the smaller number
   */
  public Limit and(Limit other) {
    return new Limit(
        time.compareTo(other.time) < 0 ? time : other.time, Math.min(executions, other.executions));
  }
}

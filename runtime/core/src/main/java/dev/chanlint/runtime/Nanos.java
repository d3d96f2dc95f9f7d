package dev.chanlint.runtime;

import java.time.Duration;

/** Durations as nanoseconds. */
final class Nanos {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
  private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);

  private Nanos() {}

  /** The nanoseconds of a duration, capped to what a long holds (292 years). */
  static long of(Duration d) {
    if (d.compareTo(LONGEST) > 0) {
      return Long.MAX_VALUE;
    }
    return d.compareTo(SHORTEST) < 0 ? Long.MIN_VALUE : d.toNanos();
  }
}

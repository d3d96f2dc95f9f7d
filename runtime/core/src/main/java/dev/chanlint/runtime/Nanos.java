package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;
import java.time.Duration;

/** Durations as nanoseconds. */
final class Nanos {

  /** The greatest long stands for a wait without an end, which no duration is. */
  private static final Duration LONGEST = Duration.ofNanos(Engine.NO_TIMEOUT - 1);

  private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);

  private Nanos() {}

  /** The nanoseconds of a duration, capped to what a long holds (292 years). */
  static long of(Duration d) {
    Duration capped = d.compareTo(LONGEST) > 0 ? LONGEST : d;
    return capped.compareTo(SHORTEST) < 0 ? Long.MIN_VALUE : capped.toNanos();
  }
}

package dev.chanlint.explorer.hook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Turns the JDK's ways to give a timeout into nanoseconds. */
final class Durations {

  private Durations() {}

  static long nanos(long millis, int nanos) {
    long whole = TimeUnit.MILLISECONDS.toNanos(millis);
    return whole > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : whole + nanos;
  }

  static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}

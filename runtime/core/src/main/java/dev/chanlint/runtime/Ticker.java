package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Alarm;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends the time at intervals, Go's {@code time.Ticker} (as of Go 1.23): drops ticks for a receiver
 * that is slow. None of its methods waits. What was done before it was made or reset happens before
 * a receive of its ticks.
 */
public final class Ticker implements AutoCloseable {

  private final Alarm alarm;

  /**
   * Starts one, Go's {@code time.NewTicker}.
   *
   * @param d the interval
   * @throws IllegalArgumentException if it is not positive
   */
  public Ticker(Duration d) {
    long nanos = positive(d, "non-positive interval for Ticker");
    alarm = new Alarm(nanos, nanos, null);
  }

  private static long positive(Duration d, String complaint) {
    if (!d.isPositive()) {
      throw new IllegalArgumentException(complaint + ": " + d);
    }
    return Nanos.of(d);
  }

  /**
   * Where the ticks are sent, Go's {@code Ticker.C}.
   *
   * @return the channel; it is never closed
   */
  public ReceiveChan<Instant> channel() {
    return alarm.channel();
  }

  /**
   * Stops it, Go's {@code Ticker.Stop}: after this returns no tick is received from the channel.
   */
  public void stop() {
    alarm.stop();
  }

  /**
   * Starts it anew with another interval, Go's {@code Ticker.Reset}; after this returns no earlier
   * tick is received from the channel.
   *
   * @param d the interval, and the time to the first tick
   * @throws IllegalArgumentException if it is not positive
   */
  public void reset(Duration d) {
    long nanos = positive(d, "non-positive interval for Ticker.reset");
    alarm.reset(nanos, nanos);
  }

  /** {@link #stop}: {@code try (var ticker = …)} is Go's {@code defer ticker.Stop()}. */
  @Override
  public void close() {
    stop();
  }
}

package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What fires at a time: under timers, tickers and deadlines. With an action it starts that in a
 * goroutine of its own; without, it sends the time on its channel, and drops that if the previous
 * one was not received yet.
 */
public final class Alarm {

  /**
   * Sets an alarm.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @param action what it starts; null to send on the channel
   */
  public Alarm(long delayNanos, long periodNanos, @Nullable Task action) {
    throw new AssertionError();
  }

  /** Where the time is sent; the nil channel if there is an action. */
  public ReceiveChan<Instant> channel() {
    throw new AssertionError();
  }

  /**
   * Stops it: no receive gets a time from before, and no action is started, after this returns.
   *
   * @return whether it was still to fire, or a time was sent that nobody had received
   */
  public boolean stop() {
    throw new AssertionError();
  }

  /**
   * Sets it anew, stopped, fired or not; no receive gets a time from before after this returns.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @return what {@link #stop} would have returned
   */
  public boolean reset(long delayNanos, long periodNanos) {
    throw new AssertionError();
  }
}

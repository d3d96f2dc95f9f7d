package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Alarm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event at a time to come, Go's {@code time.Timer} (as of Go 1.23). None of its methods waits.
 * What was done before it was made or reset happens before a receive of its time, or before its
 * function starts.
 */
public final class Timer {

  private final Alarm alarm;

  /**
   * Starts a timer that sends the time on its channel once the duration has passed, Go's {@code
   * time.NewTimer}.
   *
   * @param d how long; at once if not positive
   */
  public Timer(Duration d) {
    this(d, null);
  }

  Timer(Duration d, @Nullable Task action) {
    alarm = new Alarm(Nanos.of(d), 0, action);
  }

  /**
   * Where the time is sent, Go's {@code Timer.C}.
   *
   * @return the channel; the nil channel for a timer of {@link Time#afterFunc}
   */
  public ReceiveChan<Instant> channel() {
    return alarm.channel();
  }

  /**
   * Stops it, Go's {@code Timer.Stop}. After this returns nothing is received from the channel, and
   * the function is not started.
   *
   * @return true if this stopped it; false if its time was received, its function started, or it
   *     was stopped before
   */
  public boolean stop() {
    return alarm.stop();
  }

  /**
   * Starts it anew, Go's {@code Timer.Reset}. After this returns no earlier time is received from
   * the channel.
   *
   * @param d how long from now; at once if not positive
   * @return true if it was running
   */
  public boolean reset(Duration d) {
    return alarm.reset(Nanos.of(d), 0);
  }
}

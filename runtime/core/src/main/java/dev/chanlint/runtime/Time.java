package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Go's package {@code time}, as far as it is about waiting. */
public final class Time {

  private Time() {}

  /**
   * Sends the time once the duration has passed, Go's {@code time.After}.
   *
   * @param d how long; at once if not positive
   * @return where the time is sent
   */
  public static ReceiveChan<Instant> after(Duration d) {
    return new Alarm(Nanos.of(d), 0, null).channel();
  }

  /**
   * Sends the time at intervals, Go's {@code time.Tick}.
   *
   * @param d the interval
   * @return where the ticks are sent; the nil channel if the interval is not positive
   */
  public static ReceiveChan<Instant> tick(Duration d) {
    if (!d.isPositive()) {
      return Chan.nil();
    }
    long nanos = Nanos.of(d);
    return new Alarm(nanos, nanos, null).channel();
  }

  /**
   * Starts a goroutine once the duration has passed, Go's {@code time.AfterFunc}.
   *
   * @param d how long; at once if not positive
   * @param body what the goroutine runs
   * @return a timer that can stop it
   */
  public static Timer afterFunc(Duration d, Task body) {
    return new Timer(d, Objects.requireNonNull(body));
  }
}

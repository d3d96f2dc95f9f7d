package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.operation.AlarmClock;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What fires at a time, under control: in virtual time. */
public final class Alarm {

  private final AlarmClock clock;
  private final ModelChan<Instant> channel;

  /**
   * Sets an alarm.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @param action what it starts; null to send on the channel
   */
  public Alarm(long delayNanos, long periodNanos, @Nullable Task action) {
    clock =
        new AlarmClock(
            Execution.require(),
            action == null ? null : action::run,
            nanos -> Instant.EPOCH.plusNanos(nanos));
    channel = action == null ? ModelChan.looksUnbuffered(clock.channel()) : new ModelChan<>(null);
    clock.set(delayNanos, periodNanos);
  }

  AlarmClock clock() {
    return clock;
  }

  /** Where the time is sent; the nil channel if there is an action. */
  public ReceiveChan<Instant> channel() {
    return channel;
  }

  /**
   * Stops it: no receive gets a time from before, and no action is started, after this returns.
   *
   * @return whether it was still to fire, or a time was sent that nobody had received
   */
  public boolean stop() {
    return clock.stop();
  }

  /**
   * Sets it anew, stopped, fired or not; no receive gets a time from before after this returns.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @return what {@link #stop} would have returned
   */
  public boolean reset(long delayNanos, long periodNanos) {
    boolean result = clock.stop();
    clock.set(delayNanos, periodNanos);
    return result;
  }
}

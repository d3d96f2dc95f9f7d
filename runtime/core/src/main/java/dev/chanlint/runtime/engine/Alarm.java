package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Task;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What fires at a time: under timers, tickers and deadlines. With an action it starts that in a
 * goroutine of its own; without, it sends the time on its channel, and drops that if the previous
 * one was not received yet. An alarm whose channel nobody can reach any more is forgotten.
 */
public final class Alarm {

  /** What is set to fire, until it has fired for the last time or was stopped. */
  private static final Collection<Setting> SET = ConcurrentHashMap.newKeySet();

  private final Program program = Program.current();
  private final @Nullable Task action;
  private final Chan<Instant> channel;
  private @Nullable Setting setting;

  /**
   * Sets an alarm.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @param action what it starts; null to send on the channel
   */
  @SuppressWarnings("this-escape") // to the channel, which does not use it
  public Alarm(long delayNanos, long periodNanos, @Nullable Task action) {
    this.action = action;
    this.channel = action == null ? new TickChannel(this) : Engine.nilChannel();
    set(delayNanos, periodNanos);
  }

  /**
   * Where the time is sent.
   *
   * @return the channel; the nil channel if there is an action
   */
  public ReceiveChan<Instant> channel() {
    return channel;
  }

  /**
   * Stops it: no receive gets a time from before, and no action is started, after this returns.
   *
   * @return whether it was still to fire, or a time was sent that nobody had received
   */
  public synchronized boolean stop() {
    boolean unreceived = channel.tryReceive() != null;
    Setting stopped = setting;
    setting = null;
    if (stopped != null) {
      stopped.cancel();
    }
    return stopped != null || unreceived;
  }

  /**
   * Sets it anew, stopped, fired or not; no receive gets a time from before after this returns.
   *
   * @param delayNanos when it fires first, in nanoseconds from now; at once if not positive
   * @param periodNanos after how many nanoseconds it fires again; only once if 0
   * @return what {@link #stop} would have returned
   */
  public synchronized boolean reset(long delayNanos, long periodNanos) {
    boolean stopped = stop();
    set(delayNanos, periodNanos);
    return stopped;
  }

  private synchronized void set(long delayNanos, long periodNanos) {
    setting = new Setting(this, delayNanos, periodNanos);
    setting.schedule(delayNanos);
  }

  /** Fires for a setting, unless that was replaced; returns whether it may do so again. */
  private synchronized boolean fire(Setting by) {
    if (setting != by) {
      return false;
    }
    if (!by.isPeriodic()) {
      setting = null;
    }
    if (action != null) {
      program.start(null, action);
    } else {
      channel.trySend(Instant.now());
    }
    return by.isPeriodic();
  }

  /**
   * Whether an alarm is set that starts something, or that a thread waits for: one that is no
   * goroutine left behind by a program that has ended.
   */
  static boolean anyMayWake() {
    return SET.stream().anyMatch(Setting::mayWake);
  }

  /** One setting of an alarm. Without an action it does not keep the alarm alive. */
  private static final class Setting implements Runnable {
    private final WeakReference<Alarm> alarm;
    private final @Nullable Alarm kept;
    private final long periodNanos;

    /** When it is to fire next, by {@link System#nanoTime}. */
    private long due;

    private volatile @Nullable Future<?> future;

    Setting(Alarm alarm, long delayNanos, long periodNanos) {
      this.alarm = new WeakReference<>(alarm);
      this.kept = alarm.action == null ? null : alarm;
      this.periodNanos = periodNanos;
      this.due = System.nanoTime() + delayNanos;
    }

    boolean isPeriodic() {
      return periodNanos > 0;
    }

    void schedule(long delayNanos) {
      SET.add(this);
      future = AlarmClock.schedule(this, delayNanos);
    }

    void cancel() {
      SET.remove(this);
      Future<?> scheduled = future;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }

    @Override
    public void run() {
      Alarm firing = alarm.get();
      if (firing != null && firing.fire(this)) {
        long late = System.nanoTime() - due;
        due += periodNanos * (1 + Math.max(0, late) / periodNanos);
        firing.reschedule(this);
      } else {
        SET.remove(this);
      }
    }

    boolean mayWake() {
      Alarm set = alarm.get();
      return set != null && (kept != null || set.channel instanceof Channel<?> c && c.isAwaited());
    }
  }

  private synchronized void reschedule(Setting by) {
    if (setting == by) {
      by.schedule(by.due - System.nanoTime());
    }
  }
}

package dev.chanlint.runtime.engine;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that lets alarms fire. */
final class AlarmClock {

  /** The thread's type, which tells it from the application's. */
  static final class ClockThread extends Thread {
    ClockThread(Runnable body) {
      super(null, body, "chanlint alarm clock", 0, false);
      setDaemon(true);
    }
  }

  private static final ScheduledThreadPoolExecutor EXECUTOR =
      new ScheduledThreadPoolExecutor(1, ClockThread::new);

  static {
    EXECUTOR.setRemoveOnCancelPolicy(true);
  }

  private AlarmClock() {}

  /** Runs something short after a time, in nanoseconds; at once if that is not positive. */
  static Future<?> schedule(Runnable firing, long delayNanos) {
    return EXECUTOR.schedule(firing, delayNanos, TimeUnit.NANOSECONDS);
  }
}

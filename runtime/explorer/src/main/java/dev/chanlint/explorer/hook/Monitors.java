package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;

/** Stands for {@code synchronized}, {@code wait} and {@code notify}. */
public final class Monitors {

  private Monitors() {}

  /** {@code monitorenter}. */
  public static void enter(Object object) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Monitor.of(self, object).enter(self);
    }
  }

  /** {@code monitorexit}. */
  public static void exit(Object object) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Monitor.of(self, object).exit(self);
    }
  }

  /** What this goroutine did under a monitor that the JDK lets go of right after comes first. */
  static void publish(Object object) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Monitor.of(self, object).publish(self);
    }
  }

  /** {@link Object#wait()}. */
  public static void wait(Object object) throws InterruptedException {
    Goroutine self = Execution.self();
    Monitor.of(self, object).await(self, Long.MAX_VALUE);
  }

  /** {@link Object#wait(long)}. */
  public static void wait(Object object, long millis) throws InterruptedException {
    wait(object, millis, 0);
  }

  /** {@link Object#wait(long, int)}. */
  public static void wait(Object object, long millis, int nanos) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    long timeout = Durations.nanos(millis, nanos);
    Goroutine self = Execution.self();
    Monitor.of(self, object).await(self, timeout == 0 ? Long.MAX_VALUE : timeout);
  }

  /** {@link Object#notify()}. */
  public static void notify(Object object) {
    Goroutine self = Execution.self();
    Monitor.of(self, object).signal(self);
  }

  /** {@link Object#notifyAll()}. */
  public static void notifyAll(Object object) {
    Goroutine self = Execution.self();
    Monitor.of(self, object).signalAll(self);
  }

  /** {@link Thread#holdsLock}. */
  public static boolean holdsLock(Object object) {
    Goroutine self = Execution.self();
    return Monitor.of(self, object).isHeldBy(self);
  }
}

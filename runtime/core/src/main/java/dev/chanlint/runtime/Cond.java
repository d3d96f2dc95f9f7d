package dev.chanlint.runtime;

import java.util.Objects;
import java.util.concurrent.locks.Lock;

/**
 * A condition to wait for, Go's {@code sync.Cond}. Waiters are woken in the order in which they
 * came, and only by a signal. A signal happens before the await that it wakes returns.
 */
public final class Cond {

  /**
   * Creates one.
   *
   * @param lock what guards the condition; held by those who call {@link #await}
   */
  public Cond(Lock lock) {
    Objects.requireNonNull(lock);
  }

  /**
   * Unlocks the lock and waits for a signal, as one step, and locks it again. What is waited for
   * may not hold any more then: call this in a loop.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     the lock is locked again then, too
   */
  public void await() {
    throw new AssertionError();
  }

  /** Wakes the one who waits longest, if any; the caller need not hold the lock. */
  public void signal() {
    throw new AssertionError();
  }

  /** Wakes all who wait; the caller need not hold the lock. */
  public void broadcast() {
    throw new AssertionError();
  }
}

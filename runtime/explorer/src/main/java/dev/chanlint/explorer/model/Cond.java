package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Action;
import dev.chanlint.explorer.operation.WaitQueue;
import dev.chanlint.runtime.GoroutineInterruptedException;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

/** Go's {@code sync.Cond}, under control. */
public final class Cond {

  private static final String STATE = "sync.Cond.Wait";

  private final WaitQueue waiters = new WaitQueue(Execution.require(), "Cond", STATE);
  private final Lock lock;

  /**
   * Creates one.
   *
   * @param lock what guards the condition
   */
  public Cond(Lock lock) {
    this.lock = Objects.requireNonNull(lock);
  }

  /** Unlocks the lock and waits for a signal, and locks it again. */
  public void await() {
    WaitQueue.Ticket ticket = waiters.enter();
    unlockFor(ticket);
    int how = waiters.await(ticket, Operation.NEVER);
    lock.lock();
    if (how == Action.INTERRUPTED) {
      throw new GoroutineInterruptedException("interrupted in " + STATE);
    }
  }

  /** Unlocks, or does not wait. */
  private void unlockFor(WaitQueue.Ticket ticket) {
    try {
      lock.unlock();
    } catch (RuntimeException e) {
      waiters.leave(ticket);
      throw e;
    }
  }

  /** Wakes the one who waits longest, if any. */
  public void signal() {
    waiters.signal();
  }

  /** Wakes all who wait. */
  public void broadcast() {
    waiters.broadcast();
  }
}

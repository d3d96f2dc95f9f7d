package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Action;
import dev.chanlint.explorer.operation.MutualExclusion;
import dev.chanlint.runtime.GoroutineInterruptedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Go's {@code sync.Mutex}, under control. */
public final class Mutex implements Lock {

  private static final String STATE = "sync.Mutex.Lock";

  private final MutualExclusion state = new MutualExclusion(Execution.require(), "Mutex", STATE);

  /** Creates an unlocked mutex. */
  public Mutex() {}

  @Override
  public void lock() {
    if (state.lock(Operation.NEVER) == Action.INTERRUPTED) {
      throw new GoroutineInterruptedException("interrupted in " + STATE);
    }
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    if (state.lock(Operation.NEVER) == Action.INTERRUPTED) {
      throw interrupted();
    }
  }

  @Override
  public boolean tryLock() {
    return state.tryLock();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    int how = state.lock(Execution.require().arm(unit.toNanos(time)));
    if (how == Action.INTERRUPTED) {
      throw interrupted();
    }
    return how == Action.DONE;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalMonitorStateException {@code sync: unlock of unlocked mutex} if it is not locked
   */
  @Override
  public void unlock() {
    if (!state.unlock()) {
      throw new IllegalMonitorStateException("sync: unlock of unlocked mutex");
    }
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a Mutex has no conditions; use new Cond(mutex)");
  }

  private static InterruptedException interrupted() {
    Execution.self().setInterrupted(false);
    return new InterruptedException();
  }
}

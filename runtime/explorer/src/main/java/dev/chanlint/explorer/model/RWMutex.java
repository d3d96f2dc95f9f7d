package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Action;
import dev.chanlint.explorer.operation.ReadWriteExclusion;
import dev.chanlint.runtime.GoroutineInterruptedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongToIntFunction;

/** Go's {@code sync.RWMutex}, under control. */
public final class RWMutex implements ReadWriteLock {

  private final ReadWriteExclusion state = new ReadWriteExclusion(Execution.require());

  /** Creates an unlocked lock. */
  public RWMutex() {}

  /** Locks for writing; waits until no reader and no writer holds it. */
  public void lock() {
    check(state.lock(Operation.NEVER), "sync.RWMutex.Lock");
  }

  /** Locks for writing if that needs no waiting. */
  public boolean tryLock() {
    return state.tryLock();
  }

  /**
   * Unlocks what was locked for writing.
   *
   * @throws IllegalMonitorStateException {@code sync: Unlock of unlocked RWMutex} if it is not
   */
  public void unlock() {
    if (!state.unlock()) {
      throw new IllegalMonitorStateException("sync: Unlock of unlocked RWMutex");
    }
  }

  /** Locks for reading; waits while a writer holds it or waits for it. */
  public void rLock() {
    check(state.rLock(Operation.NEVER), "sync.RWMutex.RLock");
  }

  /** Locks for reading if that needs no waiting. */
  public boolean tryRLock() {
    return state.tryRLock();
  }

  /**
   * Undoes one {@link #rLock}.
   *
   * @throws IllegalMonitorStateException {@code sync: RUnlock of unlocked RWMutex} if no reader
   *     holds it
   */
  public void rUnlock() {
    if (!state.rUnlock()) {
      throw new IllegalMonitorStateException("sync: RUnlock of unlocked RWMutex");
    }
  }

  @Override
  public Lock readLock() {
    return view(this::rLock, this::tryRLock, this::rUnlock, state::rLock);
  }

  @Override
  public Lock writeLock() {
    return view(this::lock, this::tryLock, this::unlock, state::lock);
  }

  private static void check(int how, String where) {
    if (how == Action.INTERRUPTED) {
      throw new GoroutineInterruptedException("interrupted in " + where);
    }
  }

  private static Lock view(
      Runnable lock, BooleanSupplier tryLock, Runnable unlock, LongToIntFunction lockUntil) {
    return new Lock() {
      @Override
      public void lock() {
        lock.run();
      }

      @Override
      public void lockInterruptibly() throws InterruptedException {
        checkInterrupt(lockUntil.applyAsInt(Operation.NEVER));
      }

      @Override
      public boolean tryLock() {
        return tryLock.getAsBoolean();
      }

      @Override
      public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        long deadline = Execution.require().arm(unit.toNanos(time));
        return checkInterrupt(lockUntil.applyAsInt(deadline)) == Action.DONE;
      }

      @Override
      public void unlock() {
        unlock.run();
      }

      @Override
      public Condition newCondition() {
        throw new UnsupportedOperationException("an RWMutex has no conditions");
      }

      private int checkInterrupt(int how) throws InterruptedException {
        if (how == Action.INTERRUPTED) {
          Execution.self().setInterrupted(false);
          throw new InterruptedException();
        }
        return how;
      }
    };
  }
}

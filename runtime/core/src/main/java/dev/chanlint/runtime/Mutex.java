package dev.chanlint.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A mutual exclusion lock, Go's {@code sync.Mutex}: not reentrant and without an owner, so that one
 * goroutine may lock it and another unlock it. An unlock happens before the next lock returns.
 */
public final class Mutex implements Lock {

  /** Creates an unlocked mutex. */
  public Mutex() {}

  /**
   * {@inheritDoc}
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  @Override
  public void lock() {
    throw new AssertionError();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    throw new AssertionError();
  }

  @Override
  public boolean tryLock() {
    throw new AssertionError();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    throw new AssertionError();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalMonitorStateException {@code sync: unlock of unlocked mutex} if it is not locked
   */
  @Override
  public void unlock() {
    throw new AssertionError();
  }

  /**
   * Not supported; use {@link Cond}.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a Mutex has no conditions; use new Cond(mutex)");
  }
}

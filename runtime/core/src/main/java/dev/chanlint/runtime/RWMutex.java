package dev.chanlint.runtime;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * A lock held by many readers or one writer, Go's {@code sync.RWMutex}: not reentrant, without an
 * owner. A writer that waits holds back new readers; readers that came while a writer held it come
 * next. An unlock happens before each lock that it lets through.
 */
public final class RWMutex implements ReadWriteLock {

  /** Creates an unlocked lock. */
  public RWMutex() {}

  /**
   * Locks for writing; waits until no reader and no writer holds it.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  public void lock() {
    throw new AssertionError();
  }

  /**
   * Locks for writing if that needs no waiting.
   *
   * @return whether it was locked
   */
  public boolean tryLock() {
    throw new AssertionError();
  }

  /**
   * Unlocks what was locked for writing.
   *
   * @throws IllegalMonitorStateException {@code sync: Unlock of unlocked RWMutex} if it is not
   */
  public void unlock() {
    throw new AssertionError();
  }

  /**
   * Locks for reading; waits while a writer holds it or waits for it.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  public void rLock() {
    throw new AssertionError();
  }

  /**
   * Locks for reading if that needs no waiting.
   *
   * @return whether it was locked
   */
  public boolean tryRLock() {
    throw new AssertionError();
  }

  /**
   * Undoes one {@link #rLock}.
   *
   * @throws IllegalMonitorStateException {@code sync: RUnlock of unlocked RWMutex} if no reader
   *     holds it
   */
  public void rUnlock() {
    throw new AssertionError();
  }

  @Override
  public Lock readLock() {
    throw new AssertionError();
  }

  @Override
  public Lock writeLock() {
    throw new AssertionError();
  }
}

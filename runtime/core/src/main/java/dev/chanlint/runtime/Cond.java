package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import dev.chanlint.runtime.engine.Woken;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

/**
 * A condition to wait for, Go's {@code sync.Cond}. Waiters are woken in the order in which they
 * came, and only by a signal. A signal happens before the await that it wakes returns.
 */
public final class Cond {

  private final Lock lock;
  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue();

  /**
   * Creates one, Go's {@code sync.NewCond}.
   *
   * @param lock what guards the condition; held by those who call {@link #await}
   */
  public Cond(Lock lock) {
    this.lock = Objects.requireNonNull(lock);
  }

  /**
   * Unlocks the lock and waits for a signal, as one step, and locks it again, Go's {@code
   * Cond.Wait}. What is waited for may not hold any more then: call this in a loop.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     the lock is locked again then, too
   * @throws IllegalMonitorStateException if the lock says that it is not locked
   */
  public void await() {
    Wait wait = join();
    Node fired;
    unlockFor(wait);
    try {
      fired = wait.await();
      if (fired == null) {
        leave(wait);
      }
    } finally {
      lockAgain();
    }
    if (fired == null) {
      throw wait.interrupted();
    }
  }

  private Wait join() {
    guard.touch();
    guard.lock();
    Wait wait = Wait.begin("sync.Cond.Wait");
    waiters.add(wait);
    guard.unlock();
    return wait;
  }

  /** Unlocks. If that fails this does not wait, and a signal that came for it is the next one's. */
  private void unlockFor(Wait wait) {
    try {
      lock.unlock();
    } catch (RuntimeException e) {
      if (!leave(wait)) {
        signal();
      }
      throw e;
    }
  }

  /** Gives up waiting; returns false if there was a signal before. */
  private boolean leave(Wait wait) {
    guard.lock();
    boolean waited = waiters.remove(wait);
    guard.unlock();
    return waited;
  }

  /** Locks whatever interrupts come, for the caller will unlock. */
  private void lockAgain() {
    boolean interrupted = Thread.interrupted();
    while (!tryLockAgain()) {
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryLockAgain() {
    try {
      lock.lock();
      return true;
    } catch (GoroutineInterruptedException e) {
      return false;
    }
  }

  /**
   * Wakes the one who waits longest, if any, Go's {@code Cond.Signal}; the caller need not hold the
   * lock. Never waits.
   */
  public void signal() {
    guard.touch();
    guard.lock();
    Node woken = waiters.fireFirst(true);
    guard.unlock();
    if (woken != null) {
      woken.wake();
    }
  }

  /**
   * Wakes all who wait, Go's {@code Cond.Broadcast}; the caller need not hold the lock. Never
   * waits.
   */
  public void broadcast() {
    guard.touch();
    guard.lock();
    Woken woken = waiters.fireAll(true);
    guard.unlock();
    woken.wakeAll();
  }
}

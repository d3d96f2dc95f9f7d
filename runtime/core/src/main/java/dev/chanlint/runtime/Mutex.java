package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;
import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * A mutual exclusion lock, Go's {@code sync.Mutex}: not reentrant and without an owner, so that one
 * goroutine may lock it and another unlock it. An unlock happens before the next lock returns.
 *
 * <p>A goroutine that finds it free takes it, even if others wait; one that has waited for more
 * than a millisecond is handed it by the next unlock.
 */
public final class Mutex implements Lock {

  // `state` is LOCKED while held, and CONTENDED while the queue may have someone in it. Locking and
  // unlocking without contention is one compare-and-set; CONTENDED changes under the guard only, so
  // an unlock that misses it had nobody to wake. All accesses are volatile.
  private static final int LOCKED = 1;
  private static final int CONTENDED = 2;
  private static final long STARVING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Mutex.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final SpinLock guard = new SpinLock();
  private final WaitQueue queue = new WaitQueue();
  private volatile int state;

  /** Creates an unlocked mutex. */
  public Mutex() {}

  /**
   * Locks it, Go's {@code Mutex.Lock}; waits until it is unlocked.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  @Override
  public void lock() {
    guard.touch();
    if (!STATE.compareAndSet(this, 0, LOCKED) && !acquire(Engine.NO_TIMEOUT)) {
      throw new GoroutineInterruptedException("interrupted: sync.Mutex.Lock");
    }
  }

  /**
   * Locks it, as {@link #lock}, which Go has no such form of.
   *
   * @throws InterruptedException if the thread is interrupted, before or while this waits; it was
   *     not locked, and the interrupt flag is cleared
   */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    tryLock(Engine.NO_TIMEOUT, TimeUnit.NANOSECONDS);
  }

  /**
   * Locks it if that needs no waiting, Go's {@code Mutex.TryLock}.
   *
   * @return whether it was locked; if so the last unlock happens before this returns
   */
  @Override
  public boolean tryLock() {
    guard.touch();
    int s = state;
    return (s & LOCKED) == 0 && STATE.compareAndSet(this, s, s | LOCKED);
  }

  /**
   * Locks it, waiting for a time at most, which Go has no such form of.
   *
   * @param time how long; not at all if not positive
   * @param unit the unit of that
   * @return whether it was locked
   * @throws InterruptedException if the thread is interrupted, before or while this waits; it was
   *     not locked, and the interrupt flag is cleared
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (tryLock() || acquire(unit.toNanos(time))) {
      return true;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return false;
  }

  /** Locks, waiting if need be; returns false if the time passed or the thread was interrupted. */
  private boolean acquire(long timeoutNanos) {
    long start = System.nanoTime();
    boolean woken = false;
    for (; ; ) {
      long waited = System.nanoTime() - start;
      Wait wait = takeOrJoin(woken, waited > STARVING_NANOS);
      if (wait == null) {
        return true;
      }
      Node fired =
          wait.await(timeoutNanos == Engine.NO_TIMEOUT ? timeoutNanos : timeoutNanos - waited);
      if (fired == null) {
        leave(wait);
        return false;
      }
      if (Wait.granted(fired)) {
        return true;
      }
      woken = true;
    }
  }

  /**
   * Takes the lock if it is free; else joins the queue, in front if this was woken from there, and
   * returns the wait.
   */
  private @Nullable Wait takeOrJoin(boolean woken, boolean starving) {
    guard.lock();
    for (; ; ) {
      int s = state;
      if ((s & LOCKED) == 0) {
        if (STATE.compareAndSet(this, s, s | LOCKED)) {
          guard.unlock();
          return null;
        }
      } else if (STATE.compareAndSet(this, s, s | CONTENDED)) {
        Wait wait = Wait.begin("sync.Mutex.Lock");
        wait.markStarving(starving);
        if (woken) {
          queue.addFirst(wait);
        } else {
          queue.add(wait);
        }
        guard.unlock();
        return wait;
      }
    }
  }

  private void leave(Wait wait) {
    guard.lock();
    queue.remove(wait);
    if (queue.isEmpty()) {
      STATE.getAndBitwiseAnd(this, ~CONTENDED);
    }
    guard.unlock();
  }

  /**
   * Unlocks it, Go's {@code Mutex.Unlock}, whoever locked it. Never waits.
   *
   * @throws IllegalMonitorStateException {@code sync: unlock of unlocked mutex} if it is not locked
   */
  @Override
  public void unlock() {
    guard.touch();
    if (!STATE.compareAndSet(this, LOCKED, 0)) {
      release();
    }
  }

  private void release() {
    guard.lock();
    if (releaseUncontended()) {
      guard.unlock();
      return;
    }
    boolean handOver = queue.firstIsStarving();
    Node next = queue.fireFirst(handOver);
    int waiting = queue.isEmpty() ? 0 : CONTENDED;
    state = handOver && next != null ? LOCKED | waiting : waiting;
    guard.unlock();
    if (next != null) {
      next.wake();
    }
  }

  /**
   * Unlocks if nobody is queued, which may have come to be since; returns false if somebody is:
   * then the state changes under the guard only, which the caller holds, and which is free if this
   * throws.
   */
  private boolean releaseUncontended() {
    for (int s = state; (s & CONTENDED) == 0 || (s & LOCKED) == 0; s = state) {
      if ((s & LOCKED) == 0) {
        guard.unlock();
        throw new IllegalMonitorStateException("sync: unlock of unlocked mutex");
      }
      if (STATE.compareAndSet(this, LOCKED, 0)) {
        return true;
      }
    }
    return false;
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

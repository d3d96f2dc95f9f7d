package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;
import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import dev.chanlint.runtime.engine.Woken;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock held by many readers or one writer, Go's {@code sync.RWMutex}: not reentrant, without an
 * owner. A writer that waits holds back new readers; readers that came while a writer held it come
 * next. An unlock happens before each lock that it lets through.
 */
public final class RWMutex implements ReadWriteLock {

  // All state is under the guard. Whoever unlocks hands over to those who are next, so it is never
  // free while somebody waits.
  private final SpinLock guard = new SpinLock();
  private final WaitQueue readersWaiting = new WaitQueue();
  private final WaitQueue writersWaiting = new WaitQueue();
  private final Lock readLock = new View(true);
  private final Lock writeLock = new View(false);
  private int readers;
  private boolean writing;

  /** Creates an unlocked lock. */
  public RWMutex() {}

  /**
   * Locks for writing, Go's {@code RWMutex.Lock}; waits until no reader and no writer holds it.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  public void lock() {
    Wait wait = takeOrJoin();
    if (!await(wait, writersWaiting, Engine.NO_TIMEOUT)) {
      throw new GoroutineInterruptedException("interrupted: sync.RWMutex.Lock");
    }
  }

  /** Waits, if there is a wait, in a queue; returns false if that was given up. */
  private boolean await(@Nullable Wait wait, WaitQueue queue, long timeoutNanos) {
    if (wait == null || wait.await(timeoutNanos) != null) {
      return true;
    }
    leave(wait, queue);
    return false;
  }

  /** Locks for writing, or joins those who wait to, and returns the wait. */
  private @Nullable Wait takeOrJoin() {
    guard.touch();
    guard.lock();
    Wait wait = null;
    if (writing || readers > 0) {
      wait = Wait.begin("sync.RWMutex.Lock");
      writersWaiting.add(wait);
    } else {
      writing = true;
    }
    guard.unlock();
    return wait;
  }

  /**
   * Locks for writing if that needs no waiting, Go's {@code RWMutex.TryLock}.
   *
   * @return whether it was locked
   */
  public boolean tryLock() {
    guard.touch();
    guard.lock();
    boolean free = !writing && readers == 0;
    writing |= free;
    guard.unlock();
    return free;
  }

  /**
   * Unlocks what was locked for writing, Go's {@code RWMutex.Unlock}. Never waits.
   *
   * @throws IllegalMonitorStateException {@code sync: Unlock of unlocked RWMutex} if it is not
   */
  public void unlock() {
    guard.touch();
    guard.lock();
    if (!writing) {
      guard.unlock();
      throw new IllegalMonitorStateException("sync: Unlock of unlocked RWMutex");
    }
    writing = false;
    Woken woken = admitReaders();
    Node writer = admitWriter();
    guard.unlock();
    woken.wakeAll();
    wake(writer);
  }

  /**
   * Locks for reading, Go's {@code RWMutex.RLock}; waits while a writer holds it or waits for it.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     it was not locked
   */
  public void rLock() {
    Wait wait = rTakeOrJoin();
    if (!await(wait, readersWaiting, Engine.NO_TIMEOUT)) {
      throw new GoroutineInterruptedException("interrupted: sync.RWMutex.RLock");
    }
  }

  /** Locks for reading, or joins those who wait to, and returns the wait. */
  private @Nullable Wait rTakeOrJoin() {
    guard.touch();
    guard.lock();
    Wait wait = null;
    if (isOpenToReaders()) {
      readers++;
    } else {
      wait = Wait.begin("sync.RWMutex.RLock");
      readersWaiting.add(wait);
    }
    guard.unlock();
    return wait;
  }

  private boolean isOpenToReaders() {
    return !writing && writersWaiting.isEmpty();
  }

  /**
   * Locks for reading if that needs no waiting, Go's {@code RWMutex.TryRLock}.
   *
   * @return whether it was locked
   */
  public boolean tryRLock() {
    guard.touch();
    guard.lock();
    boolean open = isOpenToReaders();
    if (open) {
      readers++;
    }
    guard.unlock();
    return open;
  }

  /**
   * Undoes one {@link #rLock}, Go's {@code RWMutex.RUnlock}. Never waits.
   *
   * @throws IllegalMonitorStateException {@code sync: RUnlock of unlocked RWMutex} if no reader
   *     holds it
   */
  public void rUnlock() {
    guard.touch();
    guard.lock();
    if (readers == 0) {
      guard.unlock();
      throw new IllegalMonitorStateException("sync: RUnlock of unlocked RWMutex");
    }
    readers--;
    Node writer = admitWriter();
    guard.unlock();
    wake(writer);
  }

  private Woken admitReaders() {
    Woken woken = readersWaiting.fireAll(true);
    readers += woken.size();
    return woken;
  }

  private @Nullable Node admitWriter() {
    if (writing || readers > 0) {
      return null;
    }
    Node writer = writersWaiting.fireFirst(true);
    writing = writer != null;
    return writer;
  }

  /** Gives up waiting; if this was the last writer, the readers that it held back go on. */
  private void leave(Wait wait, WaitQueue queue) {
    guard.lock();
    queue.remove(wait);
    Woken woken = isOpenToReaders() ? admitReaders() : null;
    guard.unlock();
    if (woken != null) {
      woken.wakeAll();
    }
  }

  private static void wake(@Nullable Node node) {
    if (node != null) {
      node.wake();
    }
  }

  /**
   * This, as a lock for reading, Go's {@code RWMutex.RLocker}.
   *
   * @return the lock; always the same; it has no conditions
   */
  @Override
  public Lock readLock() {
    return readLock;
  }

  /**
   * This, as a lock for writing, which in Go an {@code RWMutex} is itself.
   *
   * @return the lock; always the same; it has no conditions
   */
  @Override
  public Lock writeLock() {
    return writeLock;
  }

  /** This lock as one for reading or for writing. */
  private final class View implements Lock {
    private final boolean reading;

    View(boolean reading) {
      this.reading = reading;
    }

    @Override
    public void lock() {
      if (reading) {
        rLock();
      } else {
        RWMutex.this.lock();
      }
    }

    @Override
    public void unlock() {
      if (reading) {
        rUnlock();
      } else {
        RWMutex.this.unlock();
      }
    }

    @Override
    public boolean tryLock() {
      return reading ? tryRLock() : RWMutex.this.tryLock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      tryLock(Engine.NO_TIMEOUT, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (tryLock() || lockWithin(unit.toNanos(time))) {
        return true;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return false;
    }

    private boolean lockWithin(long nanos) {
      return reading
          ? await(rTakeOrJoin(), readersWaiting, nanos)
          : await(takeOrJoin(), writersWaiting, nanos);
    }

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException("an RWMutex has no conditions; use new Cond(lock)");
    }
  }
}

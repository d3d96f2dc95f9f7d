package dev.chanlint.runtime.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lock for a few dozen instructions. A holder neither blocks nor yields, so that whoever spins
 * waits for a running thread, or one that the operating system will soon run again; a virtual
 * thread is never unmounted while it holds one.
 *
 * <p>Memory: {@code held} goes from 0 to 1 by a compare-and-set, which acquires, and back by a
 * release store; so each critical section happens before the next. No more is needed, as nothing
 * but the lock is ordered by it.
 */
public class SpinLock {

  private static final int SPINS = 128;
  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(SpinLock.class, "held", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // by HELD
  private int held;

  /**
   * The id of the last thread, goroutines left out, that {@link #touch}ed this. Written without a
   * lock: a thread that reads its own id here wrote it itself, after it was noted.
   */
  private long lastUser;

  /** Creates one that is free. */
  public SpinLock() {}

  /** Notes that the calling thread uses what this guards; see {@link ForeignThreads}. */
  public final void touch() {
    Thread current = Thread.currentThread();
    if (Goroutine.of(current) == null && lastUser != current.threadId()) {
      ForeignThreads.note(current);
      lastUser = current.threadId();
    }
  }

  /** Takes the lock; the caller holds no other. */
  public final void lock() {
    while (!spinLock()) {
      Thread.yield();
    }
  }

  /** Takes the lock unless it stays taken for long; returns whether it did. */
  public final boolean spinLock() {
    if (HELD.compareAndSet(this, 0, 1)) {
      return true;
    }
    for (int i = 0; i < SPINS; i++) {
      Thread.onSpinWait();
      if ((int) HELD.getOpaque(this) == 0 && HELD.compareAndSet(this, 0, 1)) {
        return true;
      }
    }
    return false;
  }

  /** Frees the lock. */
  public final void unlock() {
    HELD.setRelease(this, 0);
  }
}

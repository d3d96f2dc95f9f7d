package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import dev.chanlint.runtime.engine.Woken;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a number of goroutines to be done, Go's {@code sync.WaitGroup}. A {@link #done} happens
 * before each {@link #await} that it lets through. It may be used again once all awaits have
 * returned.
 */
public final class WaitGroup {

  // The count goes from one positive number to another by a compare-and-set alone. It becomes zero,
  // and rises from there, under the guard only: so those who join the queue, under the guard, while
  // it is positive are in time for whoever makes it zero. All accesses are volatile, which makes a
  // done happen before the add or done that finds its count, and so before the await.
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(WaitGroup.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue();
  private volatile int count;

  /**
   * How many were let through when the count fell to zero, and have not returned from await. The
   * count stays zero meanwhile. Under the guard.
   */
  private int leaving;

  /** Creates one with a count of zero. */
  public WaitGroup() {}

  /**
   * Adds to the count, Go's {@code WaitGroup.Add}. Never waits. Adding to a count of zero must
   * happen before the await that is to wait for it.
   *
   * @param delta how much; may be negative
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if the count falls below
   *     zero; {@code sync: WaitGroup misuse: Add called concurrently with Wait} if this would raise
   *     it from zero while an await that is to return for that zero has not; the count stays as it
   *     was
   */
  public void add(int delta) {
    guard.touch();
    int before = count;
    while (before > 0 && before + delta > 0) {
      if (COUNT.compareAndSet(this, before, before + delta)) {
        return;
      }
      before = count;
    }
    addFromOrToZero(delta);
  }

  private void addFromOrToZero(int delta) {
    guard.lock();
    int before;
    do {
      before = count;
      String mistake = mistakeOf(before, delta);
      if (mistake != null) {
        guard.unlock();
        throw new IllegalStateException(mistake);
      }
    } while (!COUNT.compareAndSet(this, before, before + delta));
    Woken woken = before + delta == 0 ? waiters.fireAll(true) : null;
    leaving += woken == null ? 0 : woken.size();
    guard.unlock();
    if (woken != null) {
      woken.wakeAll();
    }
  }

  /** What is wrong about adding to a count; null if nothing is. The caller holds the guard. */
  private @Nullable String mistakeOf(int before, int delta) {
    if (before + delta < 0) {
      return "sync: negative WaitGroup counter";
    }
    return delta > 0 && leaving > 0
        ? "sync: WaitGroup misuse: Add called concurrently with Wait"
        : null;
  }

  /**
   * Takes one from the count, Go's {@code WaitGroup.Done}. Never waits.
   *
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if it was zero
   */
  public void done() {
    add(-1);
  }

  /**
   * Waits until the count is zero, Go's {@code WaitGroup.Wait}.
   *
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits
   */
  public void await() {
    guard.touch();
    guard.lock();
    if (count == 0) {
      guard.unlock();
      return;
    }
    Wait wait = Wait.begin("sync.WaitGroup.Wait");
    waiters.add(wait);
    guard.unlock();
    Node fired = wait.await();
    leave(wait, fired != null);
    if (fired == null) {
      throw wait.interrupted();
    }
  }

  private void leave(Wait wait, boolean letThrough) {
    guard.lock();
    if (letThrough) {
      leaving--;
    } else {
      waiters.remove(wait);
    }
    guard.unlock();
  }

  /**
   * Starts a goroutine and waits for it too, Go's {@code WaitGroup.Go}: adds one, runs the body,
   * and is done when it ends, of an exception too. Never waits.
   *
   * @param body what the goroutine runs
   */
  public void go(Task body) {
    Objects.requireNonNull(body);
    add(1);
    Go.go(
        () -> {
          try {
            body.run();
          } finally {
            done();
          }
        });
  }
}

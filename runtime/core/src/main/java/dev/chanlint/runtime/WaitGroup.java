package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import dev.chanlint.runtime.engine.Woken;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a number of goroutines to be done, Go's {@code sync.WaitGroup}. A {@link #done} happens
 * before each {@link #await} that it lets through. It may be used again once all awaits have
 * returned.
 */
public final class WaitGroup {

  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue();
  private int count;

  /** How many were let through when the count fell to zero, and have not returned from await. */
  private int leaving;

  /** Creates one with a count of zero. */
  public WaitGroup() {}

  /**
   * Adds to the count. Adding to a count of zero must happen before the await that is to wait for
   * it.
   *
   * @param delta how much; may be negative
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if the count falls below
   *     zero; {@code sync: WaitGroup misuse: Add called concurrently with Wait} if this would raise
   *     it from zero while an await that is to return for that zero has not; the count stays as it
   *     was
   */
  public void add(int delta) {
    guard.touch();
    guard.lock();
    String mistake = mistakeOf(delta);
    if (mistake != null) {
      guard.unlock();
      throw new IllegalStateException(mistake);
    }
    count += delta;
    Woken woken = count == 0 ? waiters.fireAll(true) : null;
    leaving += woken == null ? 0 : woken.size();
    guard.unlock();
    if (woken != null) {
      woken.wakeAll();
    }
  }

  /** What is wrong about adding now; null if nothing is. */
  private @Nullable String mistakeOf(int delta) {
    if (count + delta < 0) {
      return "sync: negative WaitGroup counter";
    }
    return delta > 0 && leaving > 0
        ? "sync: WaitGroup misuse: Add called concurrently with Wait"
        : null;
  }

  /**
   * Takes one from the count.
   *
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if it was zero
   */
  public void done() {
    add(-1);
  }

  /**
   * Waits until the count is zero.
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
    Wait wait = new Wait("sync.WaitGroup.Wait");
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
   * Starts a goroutine and waits for it too: adds one, runs the body, and is done when it ends.
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

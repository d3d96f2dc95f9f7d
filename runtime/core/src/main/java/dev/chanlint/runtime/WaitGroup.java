package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Node;
import dev.chanlint.runtime.engine.SpinLock;
import dev.chanlint.runtime.engine.Wait;
import dev.chanlint.runtime.engine.WaitQueue;
import dev.chanlint.runtime.engine.Woken;
import java.util.Objects;

/**
 * Waits for a number of goroutines to be done, Go's {@code sync.WaitGroup}. A {@link #done} happens
 * before each {@link #await} that it lets through. It may be used again once all awaits returned.
 */
public final class WaitGroup {

  private final SpinLock guard = new SpinLock();
  private final WaitQueue waiters = new WaitQueue();
  private int count;

  /** Creates one with a count of zero. */
  public WaitGroup() {}

  /**
   * Adds to the count. Adding to a count of zero must happen before the await that is to wait for
   * it.
   *
   * @param delta how much; may be negative
   * @throws IllegalStateException {@code sync: negative WaitGroup counter} if the count falls below
   *     zero
   */
  public void add(int delta) {
    guard.touch();
    guard.lock();
    int sum = count + delta;
    if (sum < 0) {
      guard.unlock();
      throw new IllegalStateException("sync: negative WaitGroup counter");
    }
    count = sum;
    Woken woken = sum == 0 ? waiters.fireAll(true) : null;
    guard.unlock();
    if (woken != null) {
      woken.wakeAll();
    }
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
   * @throws IllegalStateException {@code sync: WaitGroup is reused before previous Wait has
   *     returned} if the count rose again before this returned
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
    guard.lock();
    waiters.remove(wait);
    boolean reused = count != 0;
    guard.unlock();
    if (fired == null) {
      throw wait.interrupted();
    }
    if (reused) {
      throw new IllegalStateException(
          "sync: WaitGroup is reused before previous Wait has returned");
    }
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

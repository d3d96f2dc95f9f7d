package dev.chanlint.runtime;

/**
 * Waits for a number of goroutines to be done, Go's {@code sync.WaitGroup}. A {@link #done} happens
 * before each {@link #await} that it lets through. It may be used again once all awaits returned.
 */
public final class WaitGroup {

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
    throw new AssertionError();
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
    throw new AssertionError();
  }

  /**
   * Starts a goroutine and waits for it too: adds one, runs the body, and is done when it ends.
   *
   * @param body what the goroutine runs
   */
  public void go(Task body) {
    throw new AssertionError();
  }
}

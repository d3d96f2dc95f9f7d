package dev.chanlint.runtime;

import java.util.Objects;

/**
 * Runs something once, Go's {@code sync.Once}. That it ran happens before each {@link #run}
 * returns.
 */
public final class Once {

  private final Mutex mutex = new Mutex();
  private volatile boolean done;

  /** Creates one that has run nothing. */
  public Once() {}

  /**
   * Runs the body if this is the first call, Go's {@code Once.Do}; else waits until the first call
   * is over. A body that throws has run; one that calls this again waits for itself for good.
   *
   * @param body what to run
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits
   */
  public void run(Runnable body) {
    Objects.requireNonNull(body);
    if (!done) {
      runFirst(body);
    }
  }

  private void runFirst(Runnable body) {
    mutex.lock();
    try {
      if (!done) {
        try {
          body.run();
        } finally {
          done = true;
        }
      }
    } finally {
      mutex.unlock();
    }
  }
}

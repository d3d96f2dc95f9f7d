package dev.chanlint.explorer.witness;

import dev.chanlint.explorer.GoroutineReport;

/** What the numbers and states of goroutines in a failure mean. */
public final class Goroutines {

  /** The number of the main goroutine. */
  public static final int MAIN = 1;

  private static final String DONE = "done";

  private Goroutines() {}

  /**
   * Whether a goroutine had ended when the failure was met.
   *
   * @param goroutine the goroutine as it stood
   * @return true if it had
   */
  public static boolean isDone(GoroutineReport goroutine) {
    return goroutine.state().equals(DONE);
  }
}

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;

/** Yielding, sleeping, and looking at the clock and at how many goroutines there are. */
public final class Scheduling {

  private Scheduling() {}

  /** Gives way: {@code gosched}, {@code Thread.yield}, {@code onSpinWait}. */
  public static void yield() {
    new Action("running", "yield", null).yielding().perform();
  }

  /**
   * Sleeps.
   *
   * @param nanos how long; not at all if that is not positive
   * @return false if it was interrupted
   */
  public static boolean sleep(long nanos) {
    if (nanos <= 0) {
      return true;
    }
    long deadline = Execution.require().arm(nanos);
    return new Action("sleep", "sleep", null)
            .when(() -> false)
            .until(deadline)
            .yielding()
            .interruptible()
            .perform()
        != Action.INTERRUPTED;
  }

  /** How many goroutines there are. */
  public static int population() {
    Execution execution = Execution.require();
    int[] result = new int[1];
    new Action("running", "numGoroutine", null)
        .reading(execution.populationCell())
        .then(() -> result[0] = count(execution))
        .perform();
    return result[0];
  }

  /** Virtual time, in nanoseconds. */
  public static long nanoTime() {
    Execution execution = Execution.require();
    execution.progress();
    long[] result = new long[1];
    new Action("running", "read clock", null)
        .touching(Footprint::readsClock)
        .changingIf(() -> false)
        .then(() -> result[0] = execution.now())
        .perform();
    return result[0];
  }

  private static int count(Execution execution) {
    return (int)
        execution.goroutines().stream()
            .filter(g -> g.role() != Goroutine.Role.TIMER && !g.isDone())
            .count();
  }
}

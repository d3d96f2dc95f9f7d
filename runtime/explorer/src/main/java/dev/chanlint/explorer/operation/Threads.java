package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.VectorClock;

/** What threads do to themselves and to each other, as visible operations. */
public final class Threads {

  private Threads() {}

  /** The permit of {@code LockSupport}. */
  private static final class Permit {
    private final int cell;
    private final VectorClock given = new VectorClock();
    private boolean available;

    Permit(int cell) {
      this.cell = cell;
    }

    static Permit of(Goroutine goroutine) {
      Execution execution = goroutine.execution();
      return execution.attachment(goroutine, Permit.class, () -> new Permit(execution.newCell()));
    }
  }

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

  /**
   * Waits for a goroutine to end.
   *
   * @param nanos how long at most; 0 for ever
   * @return the alternative of {@link Action} that was taken
   */
  public static int join(Goroutine other, long nanos) {
    long deadline = nanos == 0 ? Operation.NEVER : Execution.require().arm(nanos);
    Action join = new Action("Thread.join", "join", null);
    return join.reading(other.endCell())
        .when(other::isDone)
        .then(() -> join.goroutine().acquire(other.clock()))
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Interrupts a goroutine. */
  public static void interrupt(Goroutine other) {
    new Action("running", "interrupt", null)
        .writing(other.interruptCell())
        .then(() -> other.setInterrupted(true))
        .perform();
  }

  /**
   * Reads the interrupt status of a goroutine.
   *
   * @param clear whether to clear it as well
   */
  public static boolean isInterrupted(Goroutine other, boolean clear) {
    boolean[] result = new boolean[1];
    new Action("running", clear ? "interrupted" : "isInterrupted", null)
        .touching(
            f -> {
              if (clear) {
                f.writes(other.interruptCell());
              } else {
                f.reads(other.interruptCell());
              }
            })
        .changingIf(() -> clear && other.isInterrupted())
        .then(
            () -> {
              result[0] = other.isInterrupted();
              if (clear) {
                other.setInterrupted(false);
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Clears the calling goroutine's interrupt status and throws if it was set.
   *
   * @throws InterruptedException if it was set
   */
  public static void throwIfInterrupted() throws InterruptedException {
    Goroutine self = Execution.self();
    if (self.isInterrupted()) {
      self.setInterrupted(false);
      throw new InterruptedException();
    }
  }

  /**
   * Waits for the permit and takes it; returns at once if interrupted.
   *
   * @param nanos how long at most; 0 for ever
   */
  public static void park(long nanos) {
    Goroutine self = Execution.self();
    Permit permit = Permit.of(self);
    long deadline = nanos == 0 ? Operation.NEVER : self.execution().arm(nanos);
    new Action("park", "park", null)
        .writing(permit.cell)
        .when(() -> permit.available)
        .then(
            () -> {
              permit.available = false;
              self.acquire(permit.given);
            })
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Gives a goroutine the permit. */
  public static void unpark(Goroutine other) {
    Permit permit = Permit.of(other);
    Action unpark = new Action("running", "unpark", null).writing(permit.cell);
    unpark
        .changingIf(() -> !permit.available)
        .then(
            () -> {
              permit.available = true;
              unpark.goroutine().release(permit.given);
            })
        .perform();
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
    long[] result = new long[1];
    new Action("running", "read clock", null)
        .reading(execution.timeCell())
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

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;

/** A count that goroutines wait for to be zero: a wait group. */
public final class Countdown extends Resource {

  private final VectorClock done = new VectorClock();
  private int count;

  /** Makes one with a count of zero. */
  public Countdown(Execution execution, String kind) {
    super(execution, kind);
  }

  /**
   * Adds to the count.
   *
   * @return false if it would fall below zero; nothing was added then
   */
  public boolean add(int delta) {
    boolean[] result = new boolean[1];
    Action add = new Action("running", delta == -1 ? "done" : "add " + delta, this);
    add.touching(f -> touchAdd(f, delta))
        .then(
            () -> {
              result[0] = count + delta >= 0;
              if (result[0]) {
                count += delta;
                add.goroutine().release(done);
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Waits until the count is zero.
   *
   * @param state Go's word for waiting here
   * @return the alternative of {@link Action} that was taken
   */
  public int await(String state, long deadline) {
    Action await = new Action(state, "await", this);
    return await
        .touching(f -> f.reads(cell()))
        .when(() -> count == 0)
        .changingIf(() -> false)
        .then(() -> await.goroutine().acquire(done))
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Two of them commute as long as neither reaches zero. */
  private void touchAdd(Footprint into, int delta) {
    if (count + delta > 0 && count > 0) {
      into.adds(cell());
    } else {
      into.writes(cell());
    }
  }
}

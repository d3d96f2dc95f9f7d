package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;

/**
 * A count that goroutines wait for to be zero: a wait group. What counts up commutes with what
 * counts up, and what counts down with what counts down, but for the one that reaches zero: after
 * it, another would fail. Counting up and down do not commute: which of several counts up makes the
 * count high enough for one down is for no order of two steps to say.
 */
public final class Countdown extends Resource {

  private final Store store;
  private final int downCell;
  private final VectorClock done = new VectorClock();

  /** Makes one with a count of zero. */
  public Countdown(Execution execution, String kind) {
    super(execution, kind);
    store = execution.store();
    downCell = execution.newCell();
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
        .foreseeable()
        .then(
            () -> {
              result[0] = count() + delta >= 0;
              if (result[0]) {
                store.add(cell(), delta);
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
        .touching(f -> f.reads(cell()).reads(downCell))
        .when(() -> count() == 0)
        .foreseeable()
        .changingIf(() -> false)
        .then(() -> await.goroutine().acquire(done))
        .until(deadline)
        .interruptible()
        .perform();
  }

  private long count() {
    return store.get(cell());
  }

  private void touchAdd(Footprint into, int delta) {
    if (delta >= 0) {
      into.adds(cell()).reads(downCell);
    } else if (count() + delta > 0) {
      into.reads(cell()).adds(downCell);
    } else {
      into.reads(cell()).writes(downCell);
    }
  }
}

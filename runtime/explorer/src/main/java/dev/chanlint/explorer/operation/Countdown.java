package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.stream.Stream;

/**
 * A count that goroutines wait for to be zero: a wait group. What counts up commutes with what
 * counts up, but for the one from zero, and what counts down by one with what counts down by one,
 * but for the one that reaches zero: after it, another would fail. What counts down by more
 * commutes with nothing: whether there is enough left for it and for another, steps of others
 * decide. Counting up and down do not commute: which of several counts up makes the count high
 * enough for one down is for no order of two steps to say.
 *
 * <p>An {@code add} from zero must be ordered with every {@code await}, or that may miss what was
 * added: such a pair is a race, as in Go's own race detector. Which of several is the one from zero
 * their order decides.
 */
public final class Countdown extends Resource {

  private final Store store;
  private final int downCell;
  private final VectorClock done = new VectorClock();
  private final Moments adds = new Moments();
  private final Moments awaits = new Moments();

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
                add(add.goroutine(), delta);
              }
            })
        .perform();
    return result[0];
  }

  private void add(Goroutine by, int delta) {
    if (count() == 0 && delta > 0) {
      awaits.unorderedWith(by).ifPresent(await -> race(by, Moments.Moment.now(by), await));
      adds.note(by);
    }
    store.add(cell(), delta);
    by.release(done);
  }

  private void join(Goroutine by) {
    adds.unorderedWith(by).ifPresent(add -> race(by, add, Moments.Moment.now(by)));
    awaits.note(by);
    by.acquire(done);
  }

  private static void race(Goroutine by, Moments.Moment add, Moments.Moment await) {
    by.execution()
        .report(
            Fault.RACE,
            "sync: WaitGroup misuse: add from zero by goroutine %d%s, await by goroutine %d%s, in no order"
                .formatted(add.goroutine(), at(add), await.goroutine(), at(await)),
            Stream.of(add, await).flatMap(moment -> moment.stack().stream().limit(1)).toList());
  }

  private static String at(Moments.Moment moment) {
    return moment.stack().isEmpty() ? "" : " at " + moment.stack().getFirst();
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
        .then(() -> join(await.goroutine()))
        .until(deadline)
        .interruptible()
        .perform();
  }

  private long count() {
    return store.get(cell());
  }

  private void touchAdd(Footprint into, int delta) {
    if (delta > 0 && count() == 0) {
      into.writes(cell()).reads(downCell);
    } else if (delta >= 0) {
      into.adds(cell()).reads(downCell);
    } else if (delta == -1 && count() > 1) {
      into.reads(cell()).adds(downCell);
    } else if (delta == -1 && count() == 1) {
      into.reads(cell()).exhausts(downCell);
    } else {
      into.reads(cell()).writes(downCell);
    }
  }
}

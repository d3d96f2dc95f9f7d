package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Footprint;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@link CountDownLatch}. */
public class LatchModel extends CountDownLatch {

  private final Stored count = new Stored();
  private final PerExecution<Counter> state;

  /** {@link CountDownLatch#CountDownLatch}. */
  public LatchModel(int count) {
    super(count);
    this.state =
        new PerExecution<>(
            e -> new Counter(e, "CountDownLatch", "CountDownLatch.await").with(this.count, count));
  }

  @Override
  public void await() throws InterruptedException {
    state.get().await("await", () -> !count.is(), Long.MAX_VALUE);
  }

  @Override
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return state.get().await("await", () -> !count.is(), unit.toNanos(timeout));
  }

  @Override
  public void countDown() {
    Counter counter = state.get();
    counter.add("countDown", into -> touchCountDown(counter.cell(), into), this::takeOne);
  }

  /**
   * Those who count down commute, but for the one who reaches zero: whoever comes after that counts
   * nothing.
   */
  private void touchCountDown(int cell, Footprint into) {
    if (count.get() > 1) {
      into.adds(cell);
    } else if (count.is()) {
      into.exhausts(cell);
    } else {
      into.reads(cell);
    }
  }

  private boolean takeOne() {
    boolean any = count.is();
    count.add(any ? -1 : 0);
    return any;
  }

  @Override
  public String toString() {
    return "CountDownLatch";
  }

  @Override
  public long getCount() {
    state.get().look("getCount");
    return count.get();
  }
}

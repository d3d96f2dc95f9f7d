package dev.chanlint.explorer.juc;

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
    state.get().await("await", () -> !count.is(), () -> {}, Long.MAX_VALUE);
  }

  @Override
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return state.get().await("await", () -> !count.is(), () -> {}, unit.toNanos(timeout));
  }

  @Override
  public void countDown() {
    state.get().change("countDown", () -> count.set(Math.max(0, count.get() - 1)));
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

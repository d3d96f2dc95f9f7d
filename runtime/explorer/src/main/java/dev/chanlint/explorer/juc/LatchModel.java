package dev.chanlint.explorer.juc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@link CountDownLatch}. */
public class LatchModel extends CountDownLatch {

  private final PerExecution<Counter> state =
      new PerExecution<>(e -> new Counter(e, "CountDownLatch", "CountDownLatch.await"));
  private long count;

  /** {@link CountDownLatch#CountDownLatch}. */
  public LatchModel(int count) {
    super(count);
    this.count = count;
  }

  @Override
  public void await() throws InterruptedException {
    state.get().await("await", () -> count == 0, () -> {}, Long.MAX_VALUE);
  }

  @Override
  public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
    return state.get().await("await", () -> count == 0, () -> {}, unit.toNanos(timeout));
  }

  @Override
  public void countDown() {
    state.get().change("countDown", () -> count = Math.max(0, count - 1));
  }

  @Override
  public String toString() {
    return "CountDownLatch";
  }

  @Override
  public long getCount() {
    state.get().look("getCount");
    return count;
  }
}

package rules.deadlockblockunderlock;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** One sends with a lock held that the receiver takes first. */
public final class SendUnderLock {

  private final Mutex lock = new Mutex();
  private final Chan<Integer> totals = Chan.make();
  private int total;

  public static void main(String[] args) {
    Go.run(
        () -> {
          SendUnderLock sums = new SendUnderLock();
          WaitGroup running = new WaitGroup();
          running.go(sums::collect);
          running.go(() -> sums.add(3));
          running.await();
        });
  }

  private void collect() {
    lock.lock();
    int before = total;
    lock.unlock();
    if (totals.receive() < before) {
      throw new IllegalStateException("less than before");
    }
  }

  private void add(int value) {
    lock.lock();
    total += value;
    totals.send(total); // want deadlock-block-under-lock
    lock.unlock();
  }
}

package rules.deadlockblockunderlock;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The producer sends inside the monitor that the consumer enters before it receives. */
public final class QueueUnderMonitor {

  private final Chan<Integer> queue = Chan.make();

  synchronized void put(int value) {
    queue.send(value); // want deadlock-block-under-lock
  }

  synchronized int take() {
    Integer value = queue.receive(); // want deadlock-block-under-lock
    return value == null ? 0 : value;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          QueueUnderMonitor shared = new QueueUnderMonitor();
          WaitGroup users = new WaitGroup();
          users.go(() -> shared.put(1));
          users.go(shared::take);
          users.await();
        });
  }
}

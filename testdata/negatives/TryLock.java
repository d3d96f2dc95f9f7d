import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Work done only if the lock is free; nothing is unlocked that is not held. */
public final class TryLock {

  private final Mutex mutex = new Mutex();
  private int runs;

  public static void main(String[] args) {
    Go.run(
        () -> {
          TryLock task = new TryLock();
          WaitGroup running = new WaitGroup();
          running.go(task::runUnlessRunning);
          running.go(task::runUnlessRunning);
          running.await();
          task.runUnlessRunning();
        });
  }

  private void runUnlessRunning() {
    if (!mutex.tryLock()) {
      return;
    }
    try {
      runs++;
    } finally {
      mutex.unlock();
    }
  }
}

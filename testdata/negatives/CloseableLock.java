import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** A lock held for the extent of a try statement. */
public final class CloseableLock {

  private final Mutex mutex = new Mutex();
  private int count;

  public static void main(String[] args) {
    Go.run(
        () -> {
          CloseableLock counter = new CloseableLock();
          WaitGroup running = new WaitGroup();
          running.go(counter::increment);
          running.go(counter::increment);
          running.await();
          System.out.println(counter.count);
        });
  }

  private void increment() {
    try (Held held = hold()) {
      count++;
    }
  }

  private Held hold() {
    mutex.lock();
    return mutex::unlock;
  }

  private interface Held extends AutoCloseable {
    @Override
    void close();
  }
}

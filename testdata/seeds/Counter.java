import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** A thousand goroutines count under a mutex. */
public final class Counter {

  private static final int GOROUTINES = 1000;

  private final Mutex mutex = new Mutex();
  private int count;

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Counter().countAll()));
  }

  private int countAll() {
    WaitGroup running = new WaitGroup();
    for (int i = 0; i < GOROUTINES; i++) {
      running.go(this::increment);
    }
    running.await();
    return count;
  }

  private void increment() {
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A thousand goroutines count, and nothing keeps them apart. */
public final class CounterUnguarded {

  private static final int GOROUTINES = 1000;

  private int count;

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new CounterUnguarded().countAll()));
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
    count++; // want race-unguarded confirmed
  }
}

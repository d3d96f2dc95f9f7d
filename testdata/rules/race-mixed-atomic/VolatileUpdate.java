package rules.racemixedatomic;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Two goroutines count in a volatile field: each update is a read and a write. */
public final class VolatileUpdate {

  private volatile int hits;

  private static volatile long bytes;

  public static void main(String[] args) {
    Go.run(
        () -> {
          VolatileUpdate statistics = new VolatileUpdate();
          WaitGroup running = new WaitGroup();
          running.go(() -> statistics.hit(3));
          running.go(() -> statistics.hit(4));
          running.await();
          System.out.println(statistics.hits + bytes);
        });
  }

  private void hit(int size) {
    hits++; // want race-mixed-atomic confirmed
    bytes += size; // want race-mixed-atomic confirmed
  }
}

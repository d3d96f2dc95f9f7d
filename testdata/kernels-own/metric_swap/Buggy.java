// fault: race
package metric_swap;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The flusher takes the current batch by swapping in a new one; who got hold of the old one before
 * goes on adding to it.
 */
public final class Buggy {

  static final class Batch {
    private final Map<String, Long> counts = new HashMap<>();

    void add(String name) {
      counts.merge(name, 1L, Long::sum); // want race-unguarded
    }

    long total() {
      long total = 0;
      for (long count : counts.values()) { // want race-unguarded
        total += count;
      }
      return total;
    }
  }

  static final class Meter {
    private final AtomicReference<Batch> current = new AtomicReference<>(new Batch());

    void count(String name) {
      current.get().add(name);
    }

    long flush() {
      return current.getAndSet(new Batch()).total();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Meter meter = new Meter();
          ErrGroup jobs = new ErrGroup();
          jobs.go(() -> meter.count("get"));
          jobs.go(() -> System.out.println(meter.flush()));
          jobs.await();
        });
  }
}

package metric_swap;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The flusher takes the current batch by swapping in a new one; who got hold of the old one before
 * goes on adding to it.
 */
public final class Fixed {

  static final class Batch {
    private final Map<String, Long> counts = new HashMap<>();

    void add(String name) {
      counts.merge(name, 1L, Long::sum);
    }

    long total() {
      long total = 0;
      for (long count : counts.values()) {
        total += count;
      }
      return total;
    }
  }

  static final class Meter {
    private final AtomicReference<Batch> current = new AtomicReference<>(new Batch());
    private final Mutex mu = new Mutex();

    void count(String name) {
      mu.lock();
      current.get().add(name);
      mu.unlock();
    }

    long flush() {
      mu.lock();
      long total = current.getAndSet(new Batch()).total();
      mu.unlock();
      return total;
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

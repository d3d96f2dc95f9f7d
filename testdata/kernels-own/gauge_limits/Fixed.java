package gauge_limits;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A change of the settings runs hooks while they are locked, of which one clears the metrics; the
 * metrics are read under their own lock, by functions of which one asks for a setting.
 */
public final class Fixed {

  static final class Settings {
    private final RWMutex rw = new RWMutex();
    private final Map<String, Integer> values = new HashMap<>();
    private final List<Runnable> hooks = new CopyOnWriteArrayList<>();

    void onChange(Runnable hook) {
      hooks.add(hook);
    }

    int get(String name) {
      rw.rLock();
      try {
        return values.getOrDefault(name, 0);
      } finally {
        rw.rUnlock();
      }
    }

    void set(String name, int value) {
      rw.lock();
      try {
        values.put(name, value);
      } finally {
        rw.unlock();
      }
      hooks.forEach(Runnable::run);
    }
  }

  static final class Metrics {
    private final Mutex mu = new Mutex();
    private final Map<String, IntSupplier> gauges = new LinkedHashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    private <R> R locked(Supplier<R> body) {
      mu.lock();
      try {
        return body.get();
      } finally {
        mu.unlock();
      }
    }

    void register(String name, IntSupplier gauge) {
      locked(() -> gauges.put(name, gauge));
    }

    Map<String, Integer> scrape() {
      return locked(
          () -> {
            gauges.forEach((name, gauge) -> last.put(name, gauge.getAsInt()));
            return Map.copyOf(last);
          });
    }

    void reset() {
      locked(
          () -> {
            last.clear();
            return last.size();
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Settings settings = new Settings();
          Metrics metrics = new Metrics();
          metrics.register("max_conns", () -> settings.get("conns"));
          metrics.register("uptime", () -> 1);
          settings.onChange(metrics::reset);
          WaitGroup scrapes = new WaitGroup();
          scrapes.go(() -> System.out.println(metrics.scrape().size()));
          settings.set("conns", 10);
          scrapes.await();
        });
  }
}

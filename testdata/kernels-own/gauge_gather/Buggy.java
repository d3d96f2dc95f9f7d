// fault: deadlock
package gauge_gather;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gathers all gauges under the registry's read lock; one gauge counts the registry's gauges, and
 * reads them for it.
 */
public final class Buggy {

  interface Gauge extends Supplier<Integer> {}

  static final class Registry {
    private final RWMutex lock = new RWMutex();
    private final Map<String, Gauge> gauges = new LinkedHashMap<>();

    Registry() {
      gauges.put("self", this::size);
    }

    void register(String name, Gauge gauge) {
      lock.lock();
      try {
        gauges.put(name, gauge);
      } finally {
        lock.unlock();
      }
    }

    int size() {
      lock.rLock(); // want deadlock-recursive-read-lock
      try {
        return gauges.size();
      } finally {
        lock.rUnlock();
      }
    }

    String gather() {
      lock.rLock(); // want deadlock-recursive-read-lock
      try {
        return gauges.entrySet().stream()
            .map(gauge -> gauge.getKey() + ' ' + gauge.getValue().get())
            .collect(Collectors.joining(","));
      } finally {
        lock.rUnlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          WaitGroup modules = new WaitGroup();
          modules.go(() -> registry.register("heap", () -> 64));
          System.out.println(registry.gather());
          modules.await();
        });
  }
}

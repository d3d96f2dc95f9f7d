// fault: race
package metrics_map;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** Counters by name; reading one is thought to be safe without the lock. */
public final class Buggy {

  static class Counters {
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> counts = new HashMap<>();

    void increment(String name) {
      mu.lock();
      try {
        counts.merge(name, 1, Integer::sum); // want race-inconsistent-guard, race-unguarded
      } finally {
        mu.unlock();
      }
    }

    int count(String name) {
      return counts.getOrDefault(name, 0); // want race-inconsistent-guard, race-unguarded
    }
  }

  static final class LabelledCounters extends Counters {
    private final String label;

    LabelledCounters(String label) {
      this.label = label;
    }

    @Override
    int count(String name) {
      return super.count(label + name);
    }

    @Override
    void increment(String name) {
      super.increment(label + name);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Counters counters = new LabelledCounters("http_");
          WaitGroup requests = new WaitGroup();
          requests.go(() -> counters.increment("get"));
          System.out.println(counters.count("get"));
          requests.await();
        });
  }
}

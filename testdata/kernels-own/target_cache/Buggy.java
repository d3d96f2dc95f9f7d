// fault: deadlock
package target_cache;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks a target up under the read lock and adds it when it is not there. */
public final class Buggy {

  record Target(String url, int weight) {}

  static final class TargetCache {
    private final RWMutex lock = new RWMutex();
    private final Map<String, Target> targets = new HashMap<>();
    private final Function<String, Target> discover;

    TargetCache(Function<String, Target> discover) {
      this.discover = discover;
    }

    Target get(String url) {
      lock.rLock(); // want deadlock-double-lock
      try {
        Target known = targets.get(url);
        return known != null ? known : add(url);
      } finally {
        lock.rUnlock();
      }
    }

    private Target add(String url) {
      lock.lock(); // want deadlock-double-lock
      try {
        return targets.computeIfAbsent(url, discover);
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TargetCache cache = new TargetCache(url -> new Target(url, url.length()));
          Chan<Target> found = Chan.make(2);
          for (String url : List.of("a:1", "a:1")) {
            Go.go(() -> found.send(cache.get(url)));
          }
          System.out.println(found.receive().weight() + found.receive().weight());
        });
  }
}

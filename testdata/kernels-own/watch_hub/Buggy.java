// fault: deadlock
package watch_hub;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import java.util.HashMap;
import java.util.Map;

/** A hub gives every event to each watcher's channel; a watcher leaves when it has seen enough. */
public final class Buggy {

  static final class Watcher {
    private final Chan<Integer> events = Chan.make();
    private final int enough;

    Watcher(int enough) {
      this.enough = enough;
    }

    void watch() {
      int seen = 0;
      while (seen < enough) {
        Received<Integer> event = events.receiveOk();
        if (!event.ok()) {
          return;
        }
        seen++;
      }
    }
  }

  static final class Hub {
    private final Map<String, Watcher> watchers = new HashMap<>();

    void register(String name, Watcher watcher) {
      watchers.put(name, watcher);
      Go.go(watcher::watch);
    }

    void publish(int... events) {
      for (int event : events) {
        for (Watcher watcher : watchers.values()) {
          watcher.events.send(event); // want leak-send
        }
      }
      watchers.values().forEach(watcher -> watcher.events.close());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Hub hub = new Hub();
          hub.register("all", new Watcher(9));
          hub.register("first", new Watcher(1));
          hub.publish(1, 2, 3);
        });
  }
}

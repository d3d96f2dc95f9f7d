package watch_hub;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A hub gives every event to each watcher's channel; a watcher leaves when it has seen enough. */
public final class Fixed {

  static final class Watcher {
    private final Chan<Integer> events = Chan.make();
    private final Chan<Unit> left = Chan.make();
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
      left.close();
    }
  }

  static final class Hub {
    private final Map<String, Watcher> watchers = new HashMap<>();
    private final WaitGroup watching = new WaitGroup();

    void register(String name, Watcher watcher) {
      watchers.put(name, watcher);
      watching.go(watcher::watch);
    }

    void publish(int... events) {
      for (int event : events) {
        for (Watcher watcher : watchers.values()) {
          select(onSend(watcher.events, event), onReceive(watcher.left));
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
          hub.watching.await();
        });
  }
}

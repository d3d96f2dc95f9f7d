package watch_registry;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches are kept by name with what ends them; a second watch of one name takes the place of the
 * first, which nobody can end then.
 */
public final class Fixed {

  record Watch(CancelContext context, Chan<Unit> ended) {
    void run() {
      try (ended) {
        context.done().receive();
      }
    }

    void stop() {
      context.cancel();
      ended.receive();
    }
  }

  static final class Watches {
    private final Map<String, Watch> byName = new HashMap<>();

    void watch(String name) {
      Watch watch = new Watch(Context.withCancel(Context.background()), Chan.make());
      Watch before = byName.put(name, watch);
      if (before != null) {
        before.stop();
      }
      Go.go(watch::run);
    }

    void stopAll() {
      byName.values().forEach(Watch::stop);
      byName.clear();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Watches watches = new Watches();
          watches.watch("/config");
          watches.watch("/config");
          watches.stopAll();
        });
  }
}

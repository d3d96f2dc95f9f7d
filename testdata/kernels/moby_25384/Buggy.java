// fault: leak
package moby_25384;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Restores the daemon's plugins when it starts. */
public final class Buggy {

  static final class Plugin {
    private final String id;
    private boolean enabled;

    Plugin(String id) {
      this.id = id;
    }

    void restore() {
      enabled = !id.isEmpty();
    }
  }

  static final class PluginManager {
    private final List<Plugin> plugins = new ArrayList<>();

    PluginManager(String... ids) {
      for (String id : ids) {
        plugins.add(new Plugin(id));
      }
    }

    void init() {
      WaitGroup group = new WaitGroup();
      group.add(plugins.size());
      for (Plugin plugin : plugins) {
        Go.go(
            () -> {
              try {
                plugin.restore();
              } finally {
                group.done();
              }
            });
        group.await(); // want deadlock-waitgroup
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PluginManager manager = new PluginManager("volumes", "networks");
          Go.go(manager::init);
          Go.sleep(Duration.ofMillis(1));
        });
  }
}

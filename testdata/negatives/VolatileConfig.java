import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;

/** An immutable configuration that a volatile field publishes whole. */
public final class VolatileConfig {

  record Config(int version, Map<String, String> settings) {
    String get(String key) {
      return settings.getOrDefault(key, "unset");
    }
  }

  /** Holds the newest. */
  static final class Holder {
    private volatile Config current = new Config(0, Map.of());

    void publish(Map<String, String> settings) {
      current = new Config(current.version() + 1, settings);
    }

    Config current() {
      return current;
    }
  }

  private final Holder holder = new Holder();
  private final Chan<Unit> stop = Chan.make();

  private int readUntilStopped(int most) {
    int newest = 0;
    for (int i = 0; i < most; i++) {
      Config config = holder.current();
      newest = Math.max(newest, config.version());
      boolean stopped = select(onReceive(stop).as(true), onDefault().as(false));
      if (stopped) {
        break;
      }
      Go.gosched();
    }
    return newest;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          VolatileConfig service = new VolatileConfig();
          int[] seen = new int[1];
          WaitGroup readers = new WaitGroup();
          readers.go(() -> seen[0] = service.readUntilStopped(2));
          service.holder.publish(Map.of("mode", "fast"));
          service.stop.close();
          readers.await();
          System.out.println(seen[0] <= 1 ? service.holder.current().get("mode") : "?");
        });
  }
}

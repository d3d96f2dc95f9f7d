package config_watcher;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import java.util.Map;

/** Watches a file of settings from its constructor on. */
public final class Fixed {

  interface Source {
    Map<String, String> load();
  }

  static final class Watcher {
    private final ReceiveChan<Unit> changed;
    private Map<String, String> settings;
    private int reloads;

    Watcher(Source source, ReceiveChan<Unit> changed, Chan<Integer> ended) {
      this.changed = changed;
      settings = source.load();
      Go.go(() -> watch(source, ended));
    }

    private void watch(Source source, Chan<Integer> ended) {
      while (changed.receive() != null) {
        settings = source.load();
        reloads++;
      }
      ended.send(reloads);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> ended = Chan.make();
          Chan<Unit> changed = Chan.make(1);
          changed.send(Unit.UNIT);
          changed.close();
          Watcher watcher = new Watcher(() -> Map.of("level", "info"), changed, ended);
          System.out.println(ended.receive() + watcher.settings.size());
        });
  }
}

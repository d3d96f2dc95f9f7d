// fault: race
package settings_reload;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings that are read again from their sources while requests look them up. */
public final class Buggy {

  interface Source {
    Map<String, String> read();
  }

  static final class Settings {
    private final Map<String, Set<String>> values = new TreeMap<>();

    void merge(Source source) {
      source
          .read()
          // want +1 race-unguarded, race-early-publish
          .forEach((key, value) -> values.computeIfAbsent(key, k -> new TreeSet<>()).add(value));
    }

    boolean allows(String key, String value) {
      // want +1 race-unguarded, race-early-publish
      return values.getOrDefault(key, Set.of()).contains(value);
    }
  }

  static final class Reloader {
    private final List<Source> sources;
    private final Chan<Unit> signals = Chan.make(1);
    private volatile Settings current = new Settings();

    Reloader(List<Source> sources) {
      this.sources = sources;
    }

    void run() {
      for (Unit signal : signals) {
        reload();
      }
    }

    private void reload() {
      Settings next = new Settings();
      current = next; // want race-early-publish
      sources.forEach(next::merge);
    }

    Settings settings() {
      return current;
    }

    void signal() {
      signals.trySend(Unit.UNIT);
    }

    void stop() {
      signals.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Source file = () -> Map.of("origin", "localhost");
          Source environment = () -> Map.of("origin", "example.org");
          Reloader reloader = new Reloader(List.of(file, environment));
          WaitGroup loops = new WaitGroup();
          loops.go(reloader::run);
          reloader.signal();
          System.out.println(reloader.settings().allows("origin", "localhost"));
          reloader.stop();
          loops.await();
        });
  }
}

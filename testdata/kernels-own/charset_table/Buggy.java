// fault: race
package charset_table;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A table is filled when it is first used; that it is filled is told before it is. */
public final class Buggy {

  interface Loader {
    void load(Map<String, Integer> into);
  }

  static final class Table {
    private final Map<String, Integer> names = new HashMap<>();
    private final AtomicBoolean loaded = new AtomicBoolean();
    private final Loader loader;

    Table(Loader loader) {
      this.loader = loader;
    }

    Optional<Integer> find(String name) {
      if (loaded.compareAndSet(false, true)) {
        loader.load(names);
      }
      return Optional.ofNullable(
          names.get(name)); // want race-unguarded, race-check-then-act, race-early-publish
    }
  }

  static void builtIn(Map<String, Integer> names) {
    names.put("utf-8", 106); // want race-unguarded, race-check-then-act, race-early-publish
    names.put("ascii", 3); // want race-unguarded, race-check-then-act, race-early-publish
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table(Buggy::builtIn);
          ErrGroup users = new ErrGroup();
          for (String name : List.of("ascii", "utf-8")) {
            users.go(() -> System.out.println(table.find(name).isPresent()));
          }
          users.await();
        });
  }
}

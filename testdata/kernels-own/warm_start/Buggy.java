// fault: race
package warm_start;

import dev.chanlint.runtime.Go;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A service sleeps for a moment so that its warm-up is surely over. */
public final class Buggy {

  static final class Service {
    private final Map<String, String> table = new HashMap<>();

    Service warmUp(String... names) {
      Go.go(
          () -> {
            for (String name : names) {
              table.put(name, name + "!"); // want misuse-sleep-sync, race-unguarded
            }
          });
      return this;
    }

    Optional<String> find(String name) {
      return Optional.ofNullable(table.get(name)); // want misuse-sleep-sync, race-unguarded
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Service service = new Service().warmUp("a", "b");
          Go.sleep(Duration.ofMillis(10)); // want misuse-sleep-sync
          System.out.println(service.find("a").isPresent());
        });
  }
}

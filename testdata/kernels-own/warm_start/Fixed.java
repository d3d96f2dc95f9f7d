package warm_start;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A service sleeps for a moment so that its warm-up is surely over. */
public final class Fixed {

  static final class Service {
    private final Map<String, String> table = new HashMap<>();
    private final Chan<Unit> warm = Chan.make();

    Service warmUp(String... names) {
      Go.go(
          () -> {
            for (String name : names) {
              table.put(name, name + "!");
            }
            warm.close();
          });
      return this;
    }

    Optional<String> find(String name) {
      return Optional.ofNullable(table.get(name));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Service service = new Service().warmUp("a", "b");
          service.warm.receive();
          System.out.println(service.find("a").isPresent());
        });
  }
}

// fault: race
package route_builder;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.Map;
import java.util.TreeMap;

/** Routes are compiled side by side from a builder that is used again for each. */
public final class Buggy {

  static final class Builder {
    private String host = "";
    private int port;

    Builder host(String newHost) {
      host = newHost; // want race-captured, race-unguarded
      return this;
    }

    Builder port(int newPort) {
      port = newPort; // want race-captured, race-unguarded
      return this;
    }

    String build() {
      return host + ":" + port; // want race-captured, race-unguarded
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Map<String, Integer> routes = new TreeMap<>(Map.of("a", 80, "b", 443));
          Chan<String> compiled = Chan.make(routes.size());
          Builder builder = new Builder();
          for (Map.Entry<String, Integer> route : routes.entrySet()) {
            builder.host(route.getKey()).port(route.getValue());
            Go.go(() -> compiled.send(builder.build()));
          }
          for (int i = 0; i < routes.size(); i++) {
            System.out.println(compiled.receive());
          }
        });
  }
}

// fault: race
package probe_builder;

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one probe for each target with a builder that it goes on using. */
public final class Buggy {

  record Probe(String host, int port, List<String> headers) {
    boolean healthy() {
      return port > 0 && headers.stream().noneMatch(String::isBlank);
    }

    static final class Builder {
      private final List<String> headers = new ArrayList<>();
      private String host = "";
      private int port;

      Builder target(String host, int port) {
        this.host = host; // want race-captured, race-unguarded
        this.port = port; // want race-captured, race-unguarded
        return this;
      }

      Builder header(String header) {
        headers.add(header); // want race-captured, race-unguarded
        return this;
      }

      Probe build() {
        return new Probe(host, port, List.copyOf(headers)); // want race-captured, race-unguarded
      }
    }
  }

  static final class Checker {
    private final Chan<Boolean> results = Chan.make(4);

    int check(Map<String, Integer> targets) {
      Probe.Builder builder = new Probe.Builder().header("accept: */*");
      targets.forEach(
          (host, port) -> {
            builder.target(host, port);
            go(() -> results.send(builder.build().healthy()));
          });
      int healthy = 0;
      for (int i = 0; i < targets.size(); i++) {
        healthy += results.receiveOr(false) ? 1 : 0;
      }
      return healthy;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Checker().check(Map.of("web", 80, "db", 5432)) <= 2));
  }
}

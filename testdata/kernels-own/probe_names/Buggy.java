// fault: deadlock
package probe_names;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Endpoints are probed side by side and their health is gathered by name until there is one for
 * each; two endpoints may have the same name.
 */
public final class Buggy {

  interface Probe {
    boolean healthy();
  }

  record TcpProbe(int port) implements Probe {
    @Override
    public boolean healthy() {
      return port > 0;
    }
  }

  record ExecProbe(List<String> command) implements Probe {
    @Override
    public boolean healthy() {
      return !command.isEmpty();
    }
  }

  record Endpoint(String name, Probe probe) {}

  record Health(String name, boolean ok) {}

  static final class Prober {
    private final List<Endpoint> endpoints = new ArrayList<>();

    Prober add(String name, Probe probe) {
      endpoints.add(new Endpoint(name, probe));
      return this;
    }

    Map<String, Boolean> probeAll() {
      Chan<Health> results = Chan.make(endpoints.size());
      for (Endpoint endpoint : endpoints) {
        Go.go(() -> results.send(new Health(endpoint.name(), endpoint.probe().healthy())));
      }
      Map<String, Boolean> health = new HashMap<>();
      while (health.size() < endpoints.size()) {
        Health next = results.receive(); // want leak-receive, deadlock-cyclic-wait
        health.merge(next.name(), next.ok(), Boolean::logicalAnd);
      }
      return health;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Prober prober =
              new Prober()
                  .add("web", new TcpProbe(8080))
                  .add("web", new TcpProbe(8443))
                  .add("db", new ExecProbe(List.of("pg_isready")));
          System.out.println(prober.probeAll());
        });
  }
}

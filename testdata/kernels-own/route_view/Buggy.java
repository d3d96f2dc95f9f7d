// fault: race
package route_view;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The table is copied under its lock, or so it seems: what is returned is a view of it. */
public final class Buggy {

  record Route(String prefix, int hops) {}

  static final class Routes {
    private final Mutex mu = new Mutex();
    private final Map<String, Route> byPrefix = new HashMap<>();

    void learn(Route route) {
      mu.lock();
      byPrefix.put(
          route.prefix(),
          route); // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      mu.unlock();
    }

    Collection<Route> all() {
      mu.lock();
      try {
        return Collections.unmodifiableCollection(byPrefix.values()); // want race-guarded-escape
      } finally {
        mu.unlock();
      }
    }
  }

  static int hops(Routes routes) {
    int hops = 0;
    for (Route route :
        routes.all()) { // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      hops += route.hops();
    }
    return hops;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Routes routes = new Routes();
          routes.learn(new Route("10/8", 1));
          Chan<Integer> total = Chan.make(1);
          Go.go(() -> total.send(hops(routes)));
          routes.learn(new Route("172/8", 2));
          System.out.println(total.receive());
        });
  }
}

// fault: race
package endpoint_lists;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Services by name, each with its endpoints; a subscriber is told of all of them. */
public final class Buggy {

  record Endpoint(String host, int port) {}

  interface Registry {
    void register(String service, Endpoint endpoint);

    Stream<Endpoint> lookup(String service);
  }

  static final class MemoryRegistry implements Registry {
    private final ConcurrentMap<String, List<Endpoint>> services = new ConcurrentHashMap<>();

    @Override
    public void register(String service, Endpoint endpoint) {
      // want +1 race-unguarded, race-check-then-act
      services.computeIfAbsent(service, name -> new ArrayList<>()).add(endpoint);
    }

    @Override
    public Stream<Endpoint> lookup(String service) {
      // want +1 race-unguarded, race-guarded-escape
      return services.getOrDefault(service, List.of()).stream();
    }
  }

  static final class Announcer {
    private final Registry registry;
    private final String service;

    Announcer(Registry registry, String service) {
      this.registry = registry;
      this.service = service;
    }

    Task announce(Endpoint endpoint) {
      return () -> registry.register(service, endpoint);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new MemoryRegistry();
          Announcer announcer = new Announcer(registry, "billing");
          WaitGroup announcing = new WaitGroup();
          announcing.go(announcer.announce(new Endpoint("a", 80)));
          announcing.go(announcer.announce(new Endpoint("b", 80)));
          announcing.await();
          System.out.println(registry.lookup("billing").map(Endpoint::host).sorted().toList());
        });
  }
}

// fault: deadlock
package service_hooks;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A registry of services that tells its hooks of changes while it holds its monitor. */
public final class Buggy {

  enum Change {
    UP,
    DOWN
  }

  interface Hook {
    void changed(String service, Change change);
  }

  static final class Registry {
    private final Map<String, Set<Hook>> hooks = new HashMap<>();

    synchronized void on(String service, Hook hook) {
      hooks.computeIfAbsent(service, key -> new HashSet<>()).add(hook);
    }

    synchronized void off(
        String service, Hook hook) { // want deadlock-block-under-lock, deadlock-cyclic-wait
      hooks.getOrDefault(service, new HashSet<>()).remove(hook);
    }

    void publish(String service, Change change) {
      synchronized (this) {
        hooks.getOrDefault(service, Set.of()).forEach(hook -> hook.changed(service, change));
      }
    }
  }

  static final class Balancer implements Hook {
    private final Chan<Change> changes = Chan.make();
    private final Registry registry;

    Balancer(Registry registry) {
      this.registry = registry;
      registry.on("cart", this);
    }

    @Override
    public void changed(String service, Change change) {
      changes.send(change); // want deadlock-block-under-lock, deadlock-cyclic-wait, leak-send
    }

    void run() {
      for (int seen = 0; seen < 2; seen++) {
        Change change = changes.receive();
        if (change == Change.UP) {
          registry.on("cart-backup", this); // want deadlock-block-under-lock, deadlock-cyclic-wait
        }
      }
      registry.off("cart-backup", this); // want deadlock-block-under-lock, deadlock-cyclic-wait
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          Balancer balancer = new Balancer(registry);
          WaitGroup tasks = new WaitGroup();
          tasks.go(balancer::run);
          registry.publish("cart", Change.UP);
          registry.publish("cart", Change.DOWN);
          tasks.await();
        });
  }
}

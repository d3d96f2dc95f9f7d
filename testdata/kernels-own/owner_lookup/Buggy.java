// fault: deadlock
package owner_lookup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Objects are described under the read lock that a base class takes; a description names the owner,
 * which a resolver looks up in the same registry, under the read lock.
 */
public final class Buggy {

  abstract static class Guarded {
    private final RWMutex rw = new RWMutex();

    final <R> R reading(Supplier<R> body) {
      rw.rLock(); // want deadlock-recursive-read-lock
      try {
        return body.get();
      } finally {
        rw.rUnlock();
      }
    }

    final void writing(Runnable body) {
      rw.lock();
      try {
        body.run();
      } finally {
        rw.unlock();
      }
    }
  }

  interface Resolver {
    String nameOf(int id);
  }

  record Item(int id, String name, int owner) {
    String describe(Resolver owners) {
      return name + (owner == 0 ? "" : " of " + owners.nameOf(owner));
    }
  }

  static final class Registry extends Guarded implements Resolver {
    private final Map<Integer, Item> items = new HashMap<>();

    void add(Item item) {
      writing(() -> items.put(item.id(), item));
    }

    @Override
    public String nameOf(int id) {
      return reading(() -> items.containsKey(id) ? items.get(id).name() : "nobody");
    }

    List<String> describeAll() {
      return reading(() -> items.values().stream().map(item -> item.describe(this)).toList());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Registry registry = new Registry();
          registry.add(new Item(1, "deployment", 0));
          registry.add(new Item(2, "replica set", 1));
          WaitGroup controllers = new WaitGroup();
          controllers.go(() -> registry.add(new Item(3, "pod", 2)));
          System.out.println(registry.describeAll().size());
          controllers.await();
        });
  }
}

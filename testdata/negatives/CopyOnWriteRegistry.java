import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listeners kept in lists that are replaced, not changed: readers need no lock. */
public final class CopyOnWriteRegistry {

  /** Hears of changes. */
  interface Listener {
    void changed(String what);
  }

  /** By hand: writers exclude one another, readers take what a volatile shows them. */
  static final class Listeners {
    private final Mutex writers = new Mutex();
    private volatile List<Listener> current = List.of();

    void add(Listener listener) {
      writers.lock();
      try {
        List<Listener> next = new ArrayList<>(current);
        next.add(listener);
        current = next;
      } finally {
        writers.unlock();
      }
    }

    void fire(String what) {
      for (Listener listener : current) {
        listener.changed(what);
      }
    }
  }

  private final Listeners own = new Listeners();
  private final List<Listener> library = new CopyOnWriteArrayList<>();
  private final Mutex mutex = new Mutex();
  private int heard;

  private void hear(String what) {
    mutex.lock();
    try {
      heard += what.length();
    } finally {
      mutex.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CopyOnWriteRegistry registry = new CopyOnWriteRegistry();
          WaitGroup parties = new WaitGroup();
          parties.go(
              () -> {
                registry.own.add(registry::hear);
                registry.library.add(registry::hear);
              });
          registry.own.fire("early");
          registry.library.forEach(l -> l.changed("early"));
          parties.await();
          registry.own.fire("late");
          registry.library.forEach(l -> l.changed("late"));
          System.out.println(registry.heard >= 8);
        });
  }
}

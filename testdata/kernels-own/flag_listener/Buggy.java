// fault: deadlock
package flag_listener;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings that are read often and reloaded seldom; listeners hear of what has changed. */
public final class Buggy {

  interface Settings {
    String get(String key);

    default int number(String key) {
      return Integer.parseInt(get(key));
    }
  }

  interface Listener {
    void changed(Set<String> keys);
  }

  static final class LiveSettings implements Settings {
    private final RWMutex mu = new RWMutex();
    private final Deque<Listener> listeners = new ArrayDeque<>();
    private Map<String, String> values;

    LiveSettings(Map<String, String> values) {
      this.values = Map.copyOf(values);
    }

    @Override
    public String get(String key) {
      mu.rLock(); // want deadlock-double-lock, deadlock-cyclic-wait
      try {
        return values.getOrDefault(key, "0");
      } finally {
        mu.rUnlock();
      }
    }

    void listen(Listener listener) {
      mu.lock();
      try {
        listeners.addLast(listener);
      } finally {
        mu.unlock();
      }
    }

    void reload(Map<String, String> fresh) {
      Set<String> keys = new TreeSet<>(fresh.keySet());
      mu.lock();
      try {
        keys.removeIf(key -> fresh.get(key).equals(values.get(key)));
        values = Map.copyOf(fresh);
        if (!keys.isEmpty()) {
          // want +1 deadlock-double-lock
          listeners.descendingIterator().forEachRemaining(l -> l.changed(keys));
        }
      } finally {
        mu.unlock();
      }
    }
  }

  static final class PoolSizer implements Listener {
    private final Settings settings;
    private final AtomicInteger size = new AtomicInteger();

    PoolSizer(Settings settings) {
      this.settings = settings;
    }

    @Override
    public void changed(Set<String> keys) {
      if (keys.contains("pool.size")) {
        size.set(settings.number("pool.size"));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          LiveSettings settings = new LiveSettings(Map.of("pool.size", "4"));
          PoolSizer sizer = new PoolSizer(settings);
          settings.listen(keys -> System.out.println("changed " + keys));
          settings.listen(sizer);
          WaitGroup reloading = new WaitGroup();
          reloading.go(() -> settings.reload(Map.of("pool.size", "8")));
          reloading.await();
          System.out.println(sizer.size.get());
        });
  }
}

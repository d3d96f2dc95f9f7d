package session_ttl;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions that expire; what expires is decided by a subclass, under the lock of the base class.
 */
public final class Fixed {

  abstract static class Registry<K, V> {
    protected final Mutex mu = new Mutex();
    protected final Map<K, V> entries = new HashMap<>();

    void sweep() {
      mu.lock();
      try {
        for (K key : List.copyOf(entries.keySet())) {
          if (isStale(entries.get(key))) {
            onExpire(key);
          }
        }
      } finally {
        mu.unlock();
      }
    }

    abstract boolean isStale(V value);

    abstract void onExpire(K key);

    void remove(K key) {
      mu.lock();
      try {
        entries.remove(key);
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Sessions extends Registry<String, Integer> {
    private int destroyed;

    void put(String id, int ttl) {
      mu.lock();
      entries.put(id, ttl);
      mu.unlock();
    }

    @Override
    boolean isStale(Integer ttl) {
      return ttl <= 0;
    }

    @Override
    void onExpire(String key) {
      destroyed++;
      entries.remove(key);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sessions sessions = new Sessions();
          WaitGroup tasks = new WaitGroup();
          tasks.go(
              () -> {
                sessions.put("a", 0);
                sessions.sweep();
              });
          tasks.await();
          sessions.put("b", 3);
        });
  }
}

// fault: race
package recent_hits;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A cache is read under the read lock; a subclass that tells hot entries counts the uses of an
 * entry where it is read.
 */
public final class Buggy {

  static class Cache<K, V> {
    private final RWMutex lock = new RWMutex();
    private final Map<K, V> entries = new HashMap<>();

    V get(K key, Function<? super K, ? extends V> loader) {
      lock.rLock();
      try {
        V value = entries.get(key);
        if (value != null) {
          used(key);
          return value;
        }
      } finally {
        lock.rUnlock();
      }
      V loaded = loader.apply(key);
      lock.lock();
      try {
        entries.put(key, loaded);
      } finally {
        lock.unlock();
      }
      return loaded;
    }

    protected void used(K key) {}

    protected <T> T reading(Supplier<T> action) {
      lock.rLock();
      try {
        return action.get();
      } finally {
        lock.rUnlock();
      }
    }
  }

  static final class HotCache<K, V> extends Cache<K, V> {
    private final Map<K, Integer> uses = new HashMap<>();

    @Override
    protected void used(K key) {
      uses.merge(key, 1, Integer::sum); // want race-inconsistent-guard, race-unguarded
    }

    int uses(K key) {
      return reading(() -> uses.getOrDefault(key, 0));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          HotCache<String, Integer> cache = new HotCache<>();
          cache.get("a", String::length);
          WaitGroup users = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            users.go(() -> cache.get("a", String::length));
          }
          users.await();
          System.out.println(cache.uses("a"));
        });
  }
}

// fault: race
package entry_hits;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A cache whose evictor drops what is asked for least. */
public final class Buggy {

  static final class Entry<V> {
    private final V value;
    private int hits;

    Entry(V value) {
      this.value = value;
    }

    V touch() {
      hits++; // want race-guarded-escape, race-unguarded, race-inconsistent-guard
      return value;
    }

    int hits() {
      return hits; // want race-guarded-escape, race-unguarded, race-inconsistent-guard
    }
  }

  static final class Cache<K extends Comparable<K>, V> {
    private final Object guard = new Object();
    private final Map<K, Entry<V>> entries = new HashMap<>();
    private final int limit;

    Cache(int limit) {
      this.limit = limit;
    }

    V get(K key, Function<? super K, ? extends V> load) {
      Entry<V> entry;
      synchronized (guard) {
        entry = entries.computeIfAbsent(key, k -> new Entry<>(load.apply(k)));
      }
      return entry.touch(); // want race-guarded-escape
    }

    int evict() {
      synchronized (guard) {
        int before = entries.size();
        entries.entrySet().stream()
            // want +1 race-guarded-escape, race-unguarded, race-inconsistent-guard
            .min(Comparator.comparingInt(e -> e.getValue().hits()))
            .filter(coldest -> before > limit)
            .map(Map.Entry::getKey)
            .ifPresent(entries::remove);
        return before - entries.size();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Cache<String, Integer> cache = new Cache<>(1);
          cache.get("one", String::length);
          WaitGroup users = new WaitGroup();
          users.go(() -> System.out.println(cache.get("three", String::length)));
          users.go(() -> System.out.println("evicted " + cache.evict()));
          users.await();
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** A map in parts with a lock each; the size takes one lock after the other. */
public final class ShardedMap<K, V> {

  /** One part. */
  private static final class Shard<K, V> {
    private final Mutex mutex = new Mutex();
    private final Map<K, V> entries = new HashMap<>();

    V merge(K key, V value, BiFunction<V, V, V> function) {
      mutex.lock();
      try {
        V present = entries.get(key);
        V next = present == null ? value : function.apply(present, value);
        entries.put(key, next);
        return next;
      } finally {
        mutex.unlock();
      }
    }

    V get(K key) {
      mutex.lock();
      try {
        return entries.get(key);
      } finally {
        mutex.unlock();
      }
    }

    int size() {
      mutex.lock();
      try {
        return entries.size();
      } finally {
        mutex.unlock();
      }
    }
  }

  private final Shard<K, V>[] shards;

  @SuppressWarnings("unchecked")
  ShardedMap(int parts) {
    shards = new Shard[parts];
    for (int i = 0; i < parts; i++) {
      shards[i] = new Shard<>();
    }
  }

  private Shard<K, V> shardOf(K key) {
    return shards[Math.floorMod(key.hashCode(), shards.length)];
  }

  void merge(K key, V value, BiFunction<V, V, V> function) {
    shardOf(key).merge(key, value, function);
  }

  V get(K key) {
    return shardOf(key).get(key);
  }

  int size() {
    int size = 0;
    for (Shard<K, V> shard : shards) {
      size += shard.size();
    }
    return size;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ShardedMap<String, Integer> counts = new ShardedMap<>(2);
          WaitGroup counters = new WaitGroup();
          for (String word : new String[] {"a", "b"}) {
            counters.go(() -> counts.merge(word, 1, Integer::sum));
          }
          int early = counts.size();
          counters.await();
          System.out.println(early <= counts.size() ? counts.get("a") : -1);
        });
  }
}

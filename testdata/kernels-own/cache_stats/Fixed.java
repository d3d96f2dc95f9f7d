package cache_stats;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A cache counts into statistics; the statistics ask the cache for its size. Both are locked. */
public final class Fixed {

  interface Sized {
    int size();
  }

  static final class Stats {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Sized> sources = new ArrayList<>();
    private long hits;

    void register(Sized source) {
      sources.add(source);
    }

    void hit() {
      lock.lock();
      try {
        hits++;
      } finally {
        lock.unlock();
      }
    }

    String report() {
      int total = sources.stream().mapToInt(Sized::size).sum();
      lock.lock();
      try {
        return hits + "/" + total;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class Cache<K, V> implements Sized {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, V> entries = new HashMap<>();
    private final Stats stats;
    private final Function<? super K, ? extends V> loader;

    Cache(Stats stats, Function<? super K, ? extends V> loader) {
      this.stats = stats;
      this.loader = loader;
      stats.register(this);
    }

    V get(K key) {
      lock.lock();
      try {
        if (entries.containsKey(key)) {
          stats.hit();
        }
        return entries.computeIfAbsent(key, loader);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int size() {
      lock.lock();
      try {
        return entries.size();
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Stats stats = new Stats();
          Cache<String, Integer> cache = new Cache<>(stats, String::length);
          cache.get("a");
          WaitGroup reader = new WaitGroup();
          reader.go(() -> cache.get("a"));
          System.out.println(stats.report());
          reader.await();
        });
  }
}

package price_upgrade;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cache of quotes that loads what it lacks; a lookup may turn into a load. */
public final class Fixed {

  interface Loader<K, V> {
    V load(K key);
  }

  abstract static class Cache<K, V> {
    protected final RWMutex mu = new RWMutex();
    protected final Map<K, V> values = new HashMap<>();

    V get(K key) {
      mu.rLock();
      V value = values.get(key);
      if (value != null) {
        mu.rUnlock();
        return value;
      }
      mu.rUnlock();
      return miss(key);
    }

    protected abstract V miss(K key);
  }

  static final class LoadingCache<K, V> extends Cache<K, V> {
    private final Loader<? super K, ? extends V> loader;

    LoadingCache(Loader<? super K, ? extends V> loader) {
      this.loader = loader;
    }

    @Override
    protected V miss(K key) {
      mu.lock();
      try {
        return values.computeIfAbsent(key, loader::load);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Cache<String, Integer> quotes = new LoadingCache<>(String::length);
          WaitGroup tasks = new WaitGroup();
          for (String symbol : List.of("ACME", "ACME")) {
            tasks.go(() -> System.out.println(quotes.get(symbol)));
          }
          tasks.await();
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A cache read under the read lock, and filled under the write lock after a second look. */
public final class ReadThroughCache<K, V> {

  /** Where values come from. */
  interface Source<K, V> {
    V load(K key);
  }

  /** A source that counts how often it is asked. */
  static final class Lengths implements Source<String, Integer> {
    private final AtomicInteger loads = new AtomicInteger();

    @Override
    public Integer load(String key) {
      loads.incrementAndGet();
      return key.length();
    }

    int loads() {
      return loads.get();
    }
  }

  private final RWMutex lock = new RWMutex();
  private final Map<K, V> values = new HashMap<>();
  private final Source<K, V> source;

  ReadThroughCache(Source<K, V> source) {
    this.source = source;
  }

  V get(K key) {
    V known = peek(key);
    return known != null ? known : fill(key);
  }

  private V peek(K key) {
    lock.rLock();
    try {
      return values.get(key);
    } finally {
      lock.rUnlock();
    }
  }

  private V fill(K key) {
    lock.lock();
    try {
      V known = values.get(key);
      if (known == null) {
        known = source.load(key);
        values.put(key, known);
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private <R> R reading(Function<Map<K, V>, R> query) {
    lock.rLock();
    try {
      return query.apply(values);
    } finally {
      lock.rUnlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lengths lengths = new Lengths();
          ReadThroughCache<String, Integer> cache = new ReadThroughCache<>(lengths);
          WaitGroup readers = new WaitGroup();
          for (String word : new String[] {"one", "three"}) {
            readers.go(() -> cache.get(word));
          }
          cache.get("one");
          readers.await();
          System.out.println(cache.reading(Map::size) + " of " + lengths.loads());
        });
  }
}

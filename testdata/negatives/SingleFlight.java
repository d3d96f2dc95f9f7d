import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Callers who ask for the same at the same time share one computation. */
public final class SingleFlight<K, V> {

  /** A computation that is under way. */
  private static final class Flight<V> {
    private final WaitGroup landed = new WaitGroup();
    private V value;
  }

  private final Mutex mutex = new Mutex();
  private final Map<K, Flight<V>> flights = new HashMap<>();

  V get(K key, Function<K, V> computation) {
    mutex.lock();
    Flight<V> present = flights.get(key);
    if (present != null) {
      mutex.unlock();
      present.landed.await();
      return present.value;
    }
    Flight<V> own = new Flight<>();
    own.landed.add(1);
    flights.put(key, own);
    mutex.unlock();
    try {
      own.value = computation.apply(key);
      return own.value;
    } finally {
      leave(key, own);
    }
  }

  private void leave(K key, Flight<V> own) {
    own.landed.done();
    mutex.lock();
    try {
      flights.remove(key);
    } finally {
      mutex.unlock();
    }
  }

  /** Counts its queries. */
  static final class Database {
    private final AtomicInteger queries = new AtomicInteger();

    String query(String key) {
      return key + queries.incrementAndGet();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Database database = new Database();
          SingleFlight<String, String> group = new SingleFlight<>();
          WaitGroup callers = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            callers.go(() -> group.get("user", database::query));
          }
          callers.await();
          System.out.println(database.queries.get() >= 1);
        });
  }
}

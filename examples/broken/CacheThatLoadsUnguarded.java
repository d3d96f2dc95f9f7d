import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** Looks the value up without the lock under which it is put. */
final class CacheThatLoadsUnguarded {

  private final Mutex mutex = new Mutex();
  private final Map<String, Integer> values = new HashMap<>();

  private int get(String key) {
    Integer known = values.get(key); // want race-inconsistent-guard confirmed
    if (known != null) {
      return known;
    }
    int loaded = key.length();
    mutex.lock();
    try {
      values.put(key, loaded);
    } finally {
      mutex.unlock();
    }
    return loaded;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CacheThatLoadsUnguarded cache = new CacheThatLoadsUnguarded();
          WaitGroup asking = new WaitGroup();
          asking.go(() -> System.out.println(cache.get("one")));
          asking.go(() -> System.out.println(cache.get("two")));
          asking.await();
        });
  }
}

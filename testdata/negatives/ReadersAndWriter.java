import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A map behind a read-write lock. */
public final class ReadersAndWriter {

  private final RWMutex lock = new RWMutex();
  private final Map<String, Integer> stock = new HashMap<>();

  public static void main(String[] args) {
    Go.run(
        () -> {
          ReadersAndWriter store = new ReadersAndWriter();
          WaitGroup running = new WaitGroup();
          running.go(() -> store.put("tea", 3));
          running.go(() -> store.get("tea"));
          running.go(() -> store.get("milk"));
          running.await();
        });
  }

  private void put(String item, int count) {
    lock.lock();
    try {
      stock.put(item, count);
    } finally {
      lock.unlock();
    }
  }

  private int get(String item) {
    lock.rLock();
    try {
      return stock.getOrDefault(item, 0);
    } finally {
      lock.rUnlock();
    }
  }
}

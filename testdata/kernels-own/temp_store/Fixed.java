package temp_store;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A check with a store of its own; a flusher it started writes after the store is closed. */
public final class Fixed {

  static final class Store implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> rows = new HashMap<>();
    private boolean closed;

    void put(String key, int value) {
      mu.lock();
      try {
        if (closed) {
          throw new IllegalStateException("store is closed");
        }
        rows.put(key, value);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void close() {
      mu.lock();
      closed = true;
      mu.unlock();
    }
  }

  static final class Flusher {
    private final Store store;
    private final WaitGroup flushes = new WaitGroup();

    Flusher(Store store) {
      this.store = store;
    }

    void flushSoon(String key) {
      flushes.go(() -> store.put(key, 1));
    }
  }

  static void check() {
    try (Store store = new Store()) {
      Flusher flusher = new Flusher(store);
      store.put("a", 0);
      flusher.flushSoon("b");
      flusher.flushes.await();
    }
  }

  public static void main(String[] args) {
    Go.run(Fixed::check);
  }
}

package rules.deadlocklockorder;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One locks while it computes the value of a key, another changes the key with the lock held. */
public final class EntryAndMutex {

  private final ConcurrentMap<String, Integer> hits = new ConcurrentHashMap<>();
  private final Mutex lock = new Mutex();
  private int limit = 3;

  public static void main(String[] args) {
    Go.run(
        () -> {
          EntryAndMutex counter = new EntryAndMutex();
          counter.hits.put("a", 0);
          WaitGroup running = new WaitGroup();
          running.go(() -> counter.hit("a"));
          running.go(() -> counter.reset("a"));
          running.await();
        });
  }

  private void hit(String key) {
    hits.compute(key, (k, n) -> n == null ? 1 : Math.min(n + 1, limit()));
  }

  private int limit() {
    lock.lock(); // want deadlock-lock-order
    try {
      return limit;
    } finally {
      lock.unlock();
    }
  }

  private void reset(String key) {
    lock.lock();
    limit = 5;
    hits.put(key, 0);
    lock.unlock();
  }
}

// fault: deadlock
package timer_drain;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A cache with a timer that sweeps it. Closing the cache stops the timer and, where it has gone off
 * already, waits for the sweep, with the lock that the sweep needs.
 */
public final class Buggy {

  static final class ExpiringCache implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> ages = new HashMap<>();
    private final Chan<Unit> swept = Chan.make(1);
    private final Timer sweeper;

    ExpiringCache(Duration ttl) {
      sweeper = Time.afterFunc(ttl, this::sweep);
    }

    void put(String key) {
      mu.lock();
      try {
        ages.put(key, 0);
      } finally {
        mu.unlock();
      }
    }

    private void sweep() {
      mu.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait
      try {
        ages.clear();
      } finally {
        mu.unlock();
        swept.send(Unit.UNIT);
      }
    }

    @Override
    public void close() {
      mu.lock();
      try {
        if (!sweeper.stop()) {
          swept.receive(); // want deadlock-block-under-lock, deadlock-cyclic-wait
        }
        ages.clear();
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (ExpiringCache cache = new ExpiringCache(Duration.ofMillis(5))) {
            cache.put("a");
          }
        });
  }
}

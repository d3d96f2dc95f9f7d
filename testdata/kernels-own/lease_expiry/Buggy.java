// fault: panic
package lease_expiry;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A keeper of leases tells of those that expire until it is closed. */
public final class Buggy {

  record Lease(long id, Timer expiry) {}

  static final class Keeper implements AutoCloseable {
    private static final Duration TTL = Duration.ofMillis(1);
    private final Mutex mu = new Mutex();
    private final Map<Long, Lease> leases = new HashMap<>();
    private final Chan<Long> expired = Chan.make(4);
    private final WaitGroup pending = new WaitGroup();

    void grant(long id) {
      mu.lock();
      try {
        pending.add(1);
        Timer expiry = Time.afterFunc(TTL, () -> expire(id)); // want leak-outlives-scope
        leases.put(id, new Lease(id, expiry));
      } finally {
        mu.unlock();
      }
    }

    private void expire(long id) {
      mu.lock();
      try {
        leases.remove(id);
        expired.send(id); // want close-before-send
      } finally {
        mu.unlock();
        pending.done();
      }
    }

    @Override
    public void close() {
      mu.lock();
      try {
        for (Lease lease : leases.values()) {
          if (lease.expiry().stop()) {
            pending.done();
          }
        }
        expired.close(); // want close-before-send
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Keeper keeper = new Keeper();
          try (keeper) {
            keeper.grant(1);
            Go.sleep(Duration.ofMillis(1));
          }
          for (long id : keeper.expired) {
            System.out.println("expired " + id);
          }
          keeper.pending.await();
        });
  }
}

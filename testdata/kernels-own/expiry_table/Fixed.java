package expiry_table;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * An entry's timer looks the entry up when it fires, and does not ask whether it was revoked in the
 * meantime.
 */
public final class Fixed {

  static final class Lease {
    private boolean expired;

    void expire() {
      expired = true;
    }
  }

  static final class Leases {
    private final Mutex mu = new Mutex();
    private final Map<Integer, Lease> byId = new HashMap<>();
    private final Chan<Boolean> fired = Chan.make(1);

    void grant(int id) {
      mu.lock();
      byId.put(id, new Lease());
      mu.unlock();
      Time.afterFunc(Duration.ofSeconds(1), () -> expire(id));
    }

    private void expire(int id) {
      fired.send(end(id));
    }

    private boolean end(int id) {
      mu.lock();
      try {
        Lease lease = byId.remove(id);
        if (lease == null) {
          return false;
        }
        lease.expire();
        return lease.expired;
      } finally {
        mu.unlock();
      }
    }

    boolean revoke(int id) {
      mu.lock();
      try {
        return byId.remove(id) != null;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Leases leases = new Leases();
          leases.grant(7);
          System.out.println(leases.revoke(7));
          System.out.println(leases.fired.receive());
        });
  }
}

package etcd_10492;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import java.util.HashMap;
import java.util.Map;

/** Grants leases and renews them, telling a checkpointer how much time was left. */
public final class Fixed {

  /** Persists the remaining time of a lease. */
  interface Checkpointer {
    void checkpoint(long leaseId, long remainingSeconds);
  }

  static final class Lease {
    final long grantedSeconds;
    long remainingSeconds;

    Lease(long grantedSeconds) {
      this.grantedSeconds = grantedSeconds;
      this.remainingSeconds = grantedSeconds;
    }

    void refresh() {
      remainingSeconds = grantedSeconds;
    }
  }

  static final class Lessor {
    private final RWMutex mu = new RWMutex();
    private final Map<Long, Lease> leases = new HashMap<>();
    private Checkpointer checkpointer;
    private boolean primary;

    void setCheckpointer(Checkpointer cp) {
      mu.lock();
      try {
        checkpointer = cp;
      } finally {
        mu.unlock();
      }
    }

    void grant(long id, long seconds) {
      leases.put(id, new Lease(seconds));
    }

    void promote() {
      mu.lock();
      primary = true;
      mu.unlock();
    }

    long renew(long id) {
      mu.lock();
      Runnable unlock = mu::unlock;
      try {
        Lease lease = leases.get(id);
        if (!primary || lease == null) {
          return -1;
        }
        Checkpointer cp = checkpointer;
        if (cp != null) {
          mu.unlock();
          try {
            cp.checkpoint(id, 0);
          } finally {
            mu.lock();
          }
        }
        lease.refresh();
        return lease.grantedSeconds;
      } finally {
        unlock.run();
      }
    }

    void checkpoint(long id, long remainingSeconds) {
      mu.lock();
      try {
        Lease lease = leases.get(id);
        if (lease != null) {
          lease.remainingSeconds = remainingSeconds;
        }
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lessor lessor = new Lessor();
          lessor.grant(7, 10);
          lessor.setCheckpointer((id, remaining) -> lessor.checkpoint(id, remaining));
          lessor.promote();
          long ttl = lessor.renew(7);
          System.out.println("renewed for " + ttl + " s");
        });
  }
}

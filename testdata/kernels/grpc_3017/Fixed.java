package grpc_3017;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Keeps removed connections for a while, so that a quick re-creation gets the old one back. */
public final class Fixed {
  static final Duration KEEP = Duration.ofNanos(1);
  static final int ROUNDS = 2;

  record SubConn(String address) {}

  interface ClientConn {
    SubConn newSubConn(String address);

    void removeSubConn(SubConn conn);
  }

  static final class CacheEntry {
    final SubConn conn;
    Timer deletion;
    boolean abortDeleting;

    CacheEntry(SubConn conn) {
      this.conn = conn;
    }

    /** Called with the cache's lock held. */
    void cancel(WaitGroup deletions) {
      if (deletion.stop()) {
        deletions.done();
      } else {
        abortDeleting = true;
      }
    }
  }

  static final class CachingClientConn implements ClientConn {
    private final Mutex mu = new Mutex();
    private final Map<String, CacheEntry> cache = new HashMap<>();
    private final Map<SubConn, String> connToAddress = new HashMap<>();
    private final WaitGroup deletions = new WaitGroup();

    @Override
    public SubConn newSubConn(String address) {
      mu.lock();
      try {
        CacheEntry entry = cache.get(address);
        if (entry != null) {
          entry.cancel(deletions);
          cache.remove(address);
          return entry.conn;
        }
        SubConn conn = new SubConn(address);
        connToAddress.put(conn, address);
        return conn;
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void removeSubConn(SubConn conn) {
      mu.lock();
      try {
        String address = connToAddress.get(conn);
        if (address == null || cache.containsKey(address)) {
          return;
        }
        CacheEntry entry = new CacheEntry(conn);
        cache.put(address, entry);
        deletions.add(1);
        entry.deletion = Time.afterFunc(KEEP, () -> delete(address, entry));
      } finally {
        mu.unlock();
      }
    }

    private void delete(String address, CacheEntry entry) {
      try {
        mu.lock();
        if (entry.abortDeleting) {
          mu.unlock();
          return;
        }
        connToAddress.remove(entry.conn);
        cache.remove(address);
        mu.unlock();
      } finally {
        deletions.done();
      }
    }

    void awaitDeletions() {
      deletions.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CachingClientConn cc = new CachingClientConn();
          Chan<Unit> done = Chan.make();
          Go.go(
              () -> {
                SubConn conn = cc.newSubConn("10.0.0.1:443");
                for (int round = 0; round < ROUNDS; round++) {
                  cc.removeSubConn(conn);
                  conn = cc.newSubConn("10.0.0.1:443");
                }
                done.close();
              });
          done.receive();
          cc.awaitDeletions();
        });
  }
}

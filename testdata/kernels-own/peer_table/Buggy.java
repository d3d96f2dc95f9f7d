// fault: race
package peer_table;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Peers in a map under a lock; the record behind an entry is changed without it. */
public final class Buggy {

  static final class PeerInfo {
    private int latency;
    private boolean seen;

    void touch(int newLatency) {
      latency = newLatency; // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      seen = true; // want race-guarded-escape, race-inconsistent-guard, race-unguarded
    }

    boolean isFast() {
      return seen
          && latency < 50; // want race-guarded-escape, race-inconsistent-guard, race-unguarded
    }
  }

  static final class Peers {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Integer, PeerInfo> byId = new HashMap<>();

    PeerInfo get(int id) {
      lock.writeLock().lock();
      try {
        return byId.computeIfAbsent(id, key -> new PeerInfo());
      } finally {
        lock.writeLock().unlock();
      }
    }

    long fast() {
      lock.readLock().lock();
      try {
        return byId.values().stream().filter(PeerInfo::isFast).count();
      } finally {
        lock.readLock().unlock();
      }
    }

    void update(int id, int latency) {
      get(id).touch(latency);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Peers peers = new Peers();
          peers.update(1, 10);
          WaitGroup pings = new WaitGroup();
          pings.go(() -> peers.update(1, 70));
          System.out.println(peers.fast());
          pings.await();
        });
  }
}

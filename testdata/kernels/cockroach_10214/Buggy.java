// fault: leak
package cockroach_10214;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.List;

/** A store that coalesces the heartbeats of its replicas. */
public final class Buggy {

  record HeartbeatResponse(String fromNode) {}

  interface Transport {
    boolean send(HeartbeatResponse heartbeat);
  }

  static final class Store {
    private final Mutex coalescedMu = new Mutex();
    private final List<HeartbeatResponse> heartbeatResponses = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Transport transport;

    Store(Transport transport) {
      this.transport = transport;
    }

    void sendQueuedHeartbeats() {
      coalescedMu.lock();
      try {
        for (HeartbeatResponse response : heartbeatResponses) {
          sendQueuedHeartbeatsToNode(response);
        }
        heartbeatResponses.clear();
      } finally {
        coalescedMu.unlock();
      }
    }

    private void sendQueuedHeartbeatsToNode(HeartbeatResponse response) {
      if (!transport.send(response)) {
        for (Replica replica : replicas) {
          replica.reportUnreachable();
        }
      }
    }

    void enqueueHeartbeat(HeartbeatResponse response) {
      coalescedMu.lock(); // want deadlock-lock-order
      heartbeatResponses.add(response);
      coalescedMu.unlock();
    }
  }

  static final class Replica {
    private final Mutex raftMu = new Mutex();
    private final Mutex mu = new Mutex();
    private final Store store;
    private boolean unreachable;
    private int ticks;

    Replica(Store store) {
      this.store = store;
    }

    void reportUnreachable() {
      raftMu.lock(); // want deadlock-lock-order
      unreachable = true;
      raftMu.unlock();
    }

    void tick() {
      raftMu.lock();
      try {
        tickRaftMuLocked();
      } finally {
        raftMu.unlock();
      }
    }

    private void tickRaftMuLocked() {
      mu.lock();
      try {
        ticks++;
        if (!unreachable) {
          maybeCoalesceHeartbeat("n2");
        }
      } finally {
        mu.unlock();
      }
    }

    private void maybeCoalesceHeartbeat(String node) {
      store.enqueueHeartbeat(new HeartbeatResponse(node));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Store(heartbeat -> false);
          Replica first = new Replica(store);
          store.replicas.add(first);
          store.replicas.add(new Replica(store));
          store.heartbeatResponses.add(new HeartbeatResponse("n1"));

          Go.go(store::sendQueuedHeartbeats);
          Go.go(first::tick);
        });
  }
}

package cockroach_10214;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A store that coalesces the heartbeats of its replicas. */
public final class Fixed {

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
      List<HeartbeatResponse> responses;
      coalescedMu.lock();
      try {
        responses = new ArrayList<>(heartbeatResponses);
        heartbeatResponses.clear();
      } finally {
        coalescedMu.unlock();
      }
      for (HeartbeatResponse response : responses) {
        sendQueuedHeartbeatsToNode(response);
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
      coalescedMu.lock();
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
      raftMu.lock();
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

          WaitGroup running = new WaitGroup();
          running.go(store::sendQueuedHeartbeats);
          running.go(first::tick);
          running.await();
        });
  }
}

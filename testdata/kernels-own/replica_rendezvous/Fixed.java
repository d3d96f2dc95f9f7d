package replica_rendezvous;

import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;

/** Replicas restore their snapshots and switch to the new epoch together. */
public final class Fixed {

  static final class CorruptSnapshotException extends Exception {
    private static final long serialVersionUID = 1;

    CorruptSnapshotException(String message) {
      super(message);
    }
  }

  interface Snapshot {
    int restore() throws CorruptSnapshotException;
  }

  static final class Replica {
    private final Snapshot snapshot;
    private final CyclicBarrier epoch;
    private int keys;

    Replica(Snapshot snapshot, CyclicBarrier epoch) {
      this.snapshot = snapshot;
      this.epoch = epoch;
    }

    void join() throws InterruptedException {
      try {
        keys = restored();
        epoch.await();
      } catch (BrokenBarrierException e) {
        keys = 0;
      }
    }

    private int restored() {
      try {
        return snapshot.restore();
      } catch (CorruptSnapshotException e) {
        return -1;
      }
    }
  }

  static final class Cluster {
    private final List<Replica> replicas = new ArrayList<>();
    private final CountDownLatch joined;

    Cluster(List<Snapshot> snapshots) {
      CyclicBarrier epoch = new CyclicBarrier(snapshots.size());
      joined = new CountDownLatch(snapshots.size());
      for (Snapshot snapshot : snapshots) {
        replicas.add(new Replica(snapshot, epoch));
      }
    }

    void restore() throws InterruptedException {
      for (Replica replica : replicas) {
        Go.go(
            () -> {
              try {
                replica.join();
              } finally {
                joined.countDown();
              }
            });
      }
      joined.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Snapshot sound = () -> 7;
          Snapshot torn =
              () -> {
                if (ThreadLocalRandom.current().nextBoolean()) {
                  throw new CorruptSnapshotException("checksum");
                }
                return 5;
              };
          Cluster cluster = new Cluster(List.of(sound, torn));
          cluster.restore();
          System.out.println(cluster.replicas.get(0).keys);
        });
  }
}

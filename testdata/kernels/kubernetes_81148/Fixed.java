package kubernetes_81148;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A queue of pods to schedule; a background pass flushes those that waited too long. */
public final class Fixed {

  static final class PodInfo {
    final String name;
    long timestamp;

    PodInfo(String name, long timestamp) {
      this.name = name;
      this.timestamp = timestamp;
    }
  }

  static final class PriorityQueue {
    private final Mutex lock = new Mutex();
    private final Map<String, PodInfo> unschedulable = new HashMap<>();
    private int flushed;

    void addUnschedulable(PodInfo pod) {
      lock.lock();
      try {
        unschedulable.put(pod.name, pod);
      } finally {
        lock.unlock();
      }
    }

    void touch(PodInfo pod, long timestamp) {
      lock.lock();
      try {
        pod.timestamp = timestamp;
      } finally {
        lock.unlock();
      }
    }

    void run(ReceiveChan<Unit> stop) {
      flushLeftover();
      stop.receive();
    }

    private void flushLeftover() {
      lock.lock();
      try {
        for (PodInfo pod : unschedulable.values()) {
          if (pod.timestamp < 0) {
            flushed++;
          }
        }
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PriorityQueue queue = new PriorityQueue();
          Chan<Unit> stop = Chan.make();
          WaitGroup background = new WaitGroup();
          background.go(() -> queue.run(stop));

          PodInfo pod = new PodInfo("high-priority", 10);
          queue.addUnschedulable(pod);
          queue.touch(pod, -60);
          stop.close();
          background.await();
        });
  }
}

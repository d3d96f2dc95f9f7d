// fault: deadlock
package lane_queue;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.EnumMap;
import java.util.Map;

/**
 * A scheduler has a lane for each priority, made when somebody first asks for it. Closing closes
 * the lanes that are there; who comes later gets a new one, which nobody closes any more.
 */
public final class Buggy {

  enum Priority {
    URGENT,
    NORMAL
  }

  static final class Lanes<J> {
    private final Mutex mu = new Mutex();
    private final Map<Priority, Chan<J>> lanes = new EnumMap<>(Priority.class);
    private boolean closed;

    private Chan<J> lane(Priority priority) {
      mu.lock();
      try {
        return lanes.computeIfAbsent(priority, p -> Chan.make(2));
      } finally {
        mu.unlock();
      }
    }

    boolean offer(Priority priority, J job) {
      Chan<J> lane = lane(priority);
      mu.lock();
      try {
        return !closed && lane.trySend(job);
      } finally {
        mu.unlock();
      }
    }

    ReceiveChan<J> jobs(Priority priority) {
      return lane(priority);
    }

    void close() {
      mu.lock();
      try {
        closed = true;
        lanes.values().forEach(Chan::close);
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Worker {
    private final Lanes<Runnable> lanes;
    private final Priority priority;

    Worker(Lanes<Runnable> lanes, Priority priority) {
      this.lanes = lanes;
      this.priority = priority;
    }

    void run() {
      for (Runnable job : lanes.jobs(priority)) { // want close-missing, leak-receive
        job.run();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lanes<Runnable> lanes = new Lanes<>();
          lanes.offer(Priority.NORMAL, () -> System.out.println("job"));
          WaitGroup workers = new WaitGroup();
          for (Priority priority : Priority.values()) {
            workers.go(new Worker(lanes, priority)::run);
          }
          lanes.close();
          workers.await(); // want deadlock-waitgroup, deadlock-cyclic-wait
        });
  }
}

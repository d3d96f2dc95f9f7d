import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Iteration over a copy that was taken under the lock; callbacks run without it. */
public final class SnapshotIteration implements Iterable<String> {

  /** Told of each session. */
  interface Visitor {
    void visit(String session);
  }

  private final Mutex mutex = new Mutex();
  private final Map<Integer, String> sessions = new HashMap<>();
  private int next;

  int open(String user) {
    mutex.lock();
    try {
      int id = next++;
      sessions.put(id, user);
      return id;
    } finally {
      mutex.unlock();
    }
  }

  void close(int id) {
    mutex.lock();
    try {
      sessions.remove(id);
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public Iterator<String> iterator() {
    mutex.lock();
    try {
      return List.copyOf(sessions.values()).iterator();
    } finally {
      mutex.unlock();
    }
  }

  void each(Visitor visitor) {
    List<String> snapshot = new ArrayList<>();
    for (String session : this) {
      snapshot.add(session);
    }
    snapshot.forEach(visitor::visit);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          SnapshotIteration registry = new SnapshotIteration();
          registry.open("ann");
          WaitGroup users = new WaitGroup();
          users.go(() -> registry.close(registry.open("bob")));
          List<String> seen = new ArrayList<>();
          registry.each(
              session -> {
                seen.add(session);
                registry.open("guest of " + session);
              });
          users.await();
          System.out.println(seen.size());
        });
  }
}

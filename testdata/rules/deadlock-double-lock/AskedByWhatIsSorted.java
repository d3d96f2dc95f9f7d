package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorted collections with a comparator that takes the lock that is held where they are used. */
public final class AskedByWhatIsSorted {

  private final Mutex mu = new Mutex();
  private final Map<String, Integer> ranks = new HashMap<>(Map.of("a", 1, "b", 2));

  private int rankInMap(String name) {
    mu.lock(); // want deadlock-double-lock
    try {
      return ranks.getOrDefault(name, 0);
    } finally {
      mu.unlock();
    }
  }

  private int rankInSet(String name) {
    mu.lock(); // want deadlock-double-lock
    try {
      return ranks.getOrDefault(name, 0);
    } finally {
      mu.unlock();
    }
  }

  private int rankInQueue(String name) {
    mu.lock(); // want deadlock-double-lock
    try {
      return ranks.getOrDefault(name, 0);
    } finally {
      mu.unlock();
    }
  }

  private int lookUp() {
    Map<String, Integer> sorted = new TreeMap<>(Comparator.comparingInt(this::rankInMap));
    sorted.put("a", 1);
    mu.lock();
    Integer found = sorted.get("b");
    mu.unlock();
    return found == null ? 0 : found;
  }

  private void addToSet() {
    TreeSet<String> sorted = new TreeSet<>(Comparator.comparingInt(this::rankInSet));
    sorted.add("a");
    mu.lock();
    sorted.add("b");
    mu.unlock();
  }

  private void addToQueue() {
    PriorityQueue<String> sorted =
        new PriorityQueue<>((one, other) -> rankInQueue(one) - rankInQueue(other));
    sorted.add("a");
    mu.lock();
    sorted.add("b");
    mu.unlock();
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new AskedByWhatIsSorted().lookUp()));
  }

  /** Another program. */
  static final class InSet {
    public static void main(String[] args) {
      Go.run(() -> new AskedByWhatIsSorted().addToSet());
    }
  }

  /** Another program. */
  static final class InQueue {
    public static void main(String[] args) {
      Go.run(() -> new AskedByWhatIsSorted().addToQueue());
    }
  }
}

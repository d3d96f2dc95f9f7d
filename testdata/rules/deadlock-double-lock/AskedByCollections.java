package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collections that ask the program's own code, with the lock held that it takes. */
public final class AskedByCollections {

  private final Mutex mu = new Mutex();
  private final Map<String, Integer> scores = new HashMap<>();
  private final List<Player> players = new ArrayList<>();

  private final class Player implements Comparable<Player> {
    private final String name;

    Player(String name) {
      this.name = name;
    }

    @Override
    public int compareTo(Player other) {
      mu.lock(); // want deadlock-double-lock
      try {
        return Integer.compare(scores.get(name), scores.get(other.name));
      } finally {
        mu.unlock();
      }
    }

    @Override
    public boolean equals(Object other) {
      mu.lock(); // want deadlock-double-lock
      try {
        return other instanceof Player player && name.equals(player.name);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public int hashCode() {
      return name.length();
    }
  }

  private int score(Player player) {
    mu.lock(); // want deadlock-double-lock
    try {
      return scores.get(player.name);
    } finally {
      mu.unlock();
    }
  }

  private AskedByCollections with(String name, int score) {
    scores.put(name, score);
    players.add(new Player(name));
    return this;
  }

  private static AskedByCollections two() {
    return new AskedByCollections().with("ann", 3).with("bob", 5);
  }

  private void sort() {
    mu.lock();
    players.sort(Comparator.reverseOrder());
    mu.unlock();
  }

  private boolean remove() {
    mu.lock();
    boolean removed = players.remove(new Player("bob"));
    mu.unlock();
    return removed;
  }

  private Map<Integer, List<Player>> byScore() {
    mu.lock();
    Map<Integer, List<Player>> groups =
        players.stream().collect(Collectors.groupingBy(this::score));
    mu.unlock();
    return groups;
  }

  public static void main(String[] args) {
    Go.run(() -> two().sort());
  }

  /** Another program. */
  static final class Removing {
    public static void main(String[] args) {
      Go.run(() -> System.out.println(two().remove()));
    }
  }

  /** Another program. */
  static final class Grouping {
    public static void main(String[] args) {
      Go.run(() -> System.out.println(two().byScore().size()));
    }
  }
}

package peer_filter;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses a peer from a sorted stream while it holds the lock; the order goes by each peer's score,
 * which for one's own peers is looked up under the same lock.
 */
public final class Fixed {

  interface Scored extends Comparable<Scored> {
    int score();

    @Override
    default int compareTo(Scored other) {
      return Integer.compare(score(), other.score());
    }
  }

  static final class Swarm {
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> scores = new HashMap<>();
    private final List<Peer> peers = new ArrayList<>();

    final class Peer implements Scored {
      private final String id;

      Peer(String id) {
        this.id = id;
      }

      @Override
      public int score() {
        return scores.getOrDefault(id, 0);
      }
    }

    void add(String id, int score) {
      mu.lock();
      try {
        scores.put(id, score);
        peers.add(new Peer(id));
      } finally {
        mu.unlock();
      }
    }

    int scoreOf(String id) {
      mu.lock();
      try {
        return scores.getOrDefault(id, 0);
      } finally {
        mu.unlock();
      }
    }

    Optional<String> best() {
      mu.lock();
      try {
        return peers.stream().max(Comparator.naturalOrder()).map(peer -> peer.id);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Swarm swarm = new Swarm();
          swarm.add("p1", 3);
          swarm.add("p2", 5);
          System.out.println(swarm.best().orElse("none") + " " + swarm.scoreOf("p1"));
        });
  }
}

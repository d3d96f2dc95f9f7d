package peer_cursor;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gossip walks over the peers by a cursor that keeps them as they are until it is closed. */
public final class Fixed {

  record Peer(String id, int score) {}

  static final class PeerSet {
    private final RWMutex lock = new RWMutex();
    private final Map<String, Peer> peers = new LinkedHashMap<>();

    void add(Peer peer) {
      lock.lock();
      try {
        peers.put(peer.id(), peer);
      } finally {
        lock.unlock();
      }
    }

    int bestScore() {
      lock.rLock();
      try {
        return bestScoreLocked();
      } finally {
        lock.rUnlock();
      }
    }

    int bestScoreLocked() {
      return peers.values().stream().mapToInt(Peer::score).max().orElse(0);
    }

    Cursor cursor() {
      return new Cursor(this);
    }
  }

  static final class Cursor implements Iterable<Peer>, AutoCloseable {
    private final PeerSet set;

    Cursor(PeerSet set) {
      this.set = set;
      set.lock.rLock();
    }

    @Override
    public Iterator<Peer> iterator() {
      return set.peers.values().iterator();
    }

    @Override
    public void close() {
      set.lock.rUnlock();
    }
  }

  interface Filter {
    boolean accepts(Peer peer);
  }

  static final class Gossip {
    private final PeerSet set;
    private final Filter filter = peer -> peer.score() >= thresholdLocked();

    Gossip(PeerSet set) {
      this.set = set;
    }

    private int thresholdLocked() {
      return set.bestScoreLocked() / 2;
    }

    List<String> targets() {
      List<String> chosen = new ArrayList<>();
      try (Cursor cursor = set.cursor()) {
        for (Peer peer : cursor) {
          if (filter.accepts(peer)) {
            chosen.add(peer.id());
          }
        }
      }
      return chosen;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PeerSet set = new PeerSet();
          set.add(new Peer("a", 4));
          WaitGroup rounds = new WaitGroup();
          rounds.go(() -> System.out.println(new Gossip(set).targets().size() > 0));
          rounds.go(() -> set.add(new Peer("b", 9)));
          rounds.await();
          System.out.println(set.bestScore());
        });
  }
}

package node_events;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tree of nodes tells its events under the read lock; the goroutine that takes them keeps an
 * index and writes back to the tree what it has seen.
 */
public final class Fixed {

  enum Kind {
    ADDED,
    SEEN
  }

  record Event(Kind kind, String node) {}

  static final class Tree {
    private final RWMutex lock = new RWMutex();
    private final Map<String, Kind> nodes = new LinkedHashMap<>();
    private final SendChan<Event> events;

    Tree(SendChan<Event> events) {
      this.events = events;
    }

    void put(String node, Kind kind) {
      lock.lock();
      try {
        nodes.put(node, kind);
      } finally {
        lock.unlock();
      }
    }

    void walk() {
      snapshot().forEach(this::announce);
      events.close();
    }

    private Map<String, Kind> snapshot() {
      lock.rLock();
      try {
        return new LinkedHashMap<>(nodes);
      } finally {
        lock.rUnlock();
      }
    }

    private void announce(String node, Kind kind) {
      events.send(new Event(kind, node));
    }
  }

  static final class Indexer {
    private final ReceiveChan<Event> events;

    Indexer(ReceiveChan<Event> events) {
      this.events = events;
    }

    void index(Tree tree) {
      for (Event event : events) {
        switch (event.kind()) {
          case ADDED -> tree.put(event.node(), Kind.SEEN);
          case SEEN -> System.out.println(event.node() + " again");
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Event> events = Chan.make();
          Tree tree = new Tree(events);
          tree.put("a", Kind.ADDED);
          tree.put("b", Kind.ADDED);
          WaitGroup indexing = new WaitGroup();
          indexing.go(() -> new Indexer(events).index(tree));
          tree.walk();
          indexing.await();
        });
  }
}

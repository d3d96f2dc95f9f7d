package gossip_merge;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Nodes that merge each other's view of the cluster, each view behind its own guard. */
public final class Fixed {

  static final class Guarded<T> {
    private final Lock lock = new ReentrantLock();
    private final T value;

    Guarded(T value) {
      this.value = value;
    }

    <R> R with(Function<? super T, ? extends R> body) {
      lock.lock();
      try {
        return body.apply(value);
      } finally {
        lock.unlock();
      }
    }
  }

  static final class View {
    private final Map<String, Integer> versions = new TreeMap<>();

    int absorb(Map<String, Integer> other) {
      other.forEach((node, version) -> versions.merge(node, version, Math::max));
      return versions.size();
    }
  }

  static final class Node {
    private final Guarded<View> view = new Guarded<>(new View());

    Node(String name) {
      view.with(mine -> mine.versions.put(name, 1));
    }

    int pullFrom(Node peer) {
      Map<String, Integer> theirs = peer.view.with(other -> new TreeMap<>(other.versions));
      return view.with(mine -> mine.absorb(theirs));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Node left = new Node("left");
          Node right = new Node("right");
          WaitGroup rounds = new WaitGroup();
          rounds.go(() -> System.out.println(left.pullFrom(right) > 0));
          rounds.go(() -> System.out.println(right.pullFrom(left) > 0));
          rounds.await();
        });
  }
}

// fault: deadlock
package graph_walk;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Walks a graph with at most two visits at a time; a visit keeps its slot while it visits what it
 * needs.
 */
public final class Buggy {

  record Node(String name, List<Node> needs) {
    static Node leaf(String name) {
      return new Node(name, List.of());
    }
  }

  static final class Walker {
    private final Chan<Unit> slots = Chan.make(2);
    private final AtomicInteger visited = new AtomicInteger();

    void walk(Node node) throws Exception {
      slots.send(Unit.UNIT); // want leak-send, deadlock-cyclic-wait, deadlock-self-rendezvous
      try {
        visited.incrementAndGet();
        ErrGroup needs = new ErrGroup();
        for (Node need : node.needs()) {
          needs.go(() -> walk(need));
        }
        needs.await(); // want deadlock-cyclic-wait, leak-receive
      } finally {
        slots.receive();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Node base = new Node("base", List.of(Node.leaf("net")));
          Node app = new Node("app", List.of(base));
          Walker walker = new Walker();
          walker.walk(app);
          System.out.println(walker.visited.get());
        });
  }
}

// fault: race
package lazy_listing;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A directory's listing is an iterator that is made under the lock and asked after it. */
public final class Buggy {

  record Node(String name, boolean hidden) {}

  static final class Visible implements Iterator<String> {
    private final Iterator<Node> nodes;
    private String next = "";

    Visible(Iterator<Node> nodes) {
      this.nodes = nodes;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && nodes.hasNext()) {
        Node node =
            nodes.next(); // want race-guarded-escape, race-inconsistent-guard, race-unguarded
        next = node.hidden() ? "" : node.name();
      }
      return !next.isEmpty();
    }

    @Override
    public String next() {
      String name = next;
      next = "";
      return name;
    }
  }

  static final class Directory {
    private final RWMutex lock = new RWMutex();
    private final List<Node> nodes = new ArrayList<>();

    void add(Node node) {
      lock.lock();
      try {
        nodes.add(node); // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      } finally {
        lock.unlock();
      }
    }

    Iterator<String> visible() {
      lock.rLock();
      try {
        return new Visible(
            nodes.iterator()); // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      } finally {
        lock.rUnlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Directory home = new Directory();
          home.add(new Node(".config", true));
          WaitGroup writers = new WaitGroup();
          writers.go(() -> home.add(new Node("notes", false)));
          for (Iterator<String> names = home.visible(); names.hasNext(); ) {
            System.out.println(names.next());
          }
          writers.await();
        });
  }
}

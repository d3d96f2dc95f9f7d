package probe_loop;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Probes run side by side and look at a cursor that the loop moves on. */
public final class Fixed {

  static final class Cursor {
    int index;
    String host;

    Cursor at(int newIndex, String newHost) {
      index = newIndex;
      host = newHost;
      return this;
    }
  }

  static final class Prober {
    private final ConcurrentLinkedQueue<String> results = new ConcurrentLinkedQueue<>();

    Queue<String> probe(List<String> hosts) {
      WaitGroup probes = new WaitGroup();
      for (int i = 0; i < hosts.size(); i++) {
        Cursor cursor = new Cursor().at(i, hosts.get(i));
        probes.add(1);
        Go.go(
            () -> {
              results.add(cursor.index + cursor.host);
              probes.done();
            });
      }
      probes.await();
      return results;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Prober().probe(List.of("a", "b")).size()));
  }
}

// fault: race
package probe_loop;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Probes run side by side and look at a cursor that the loop moves on. */
public final class Buggy {

  static final class Cursor {
    int index;
    String host;

    Cursor at(int newIndex, String newHost) {
      index = newIndex; // want race-captured, race-unguarded
      host = newHost; // want race-captured, race-unguarded
      return this;
    }
  }

  static final class Prober {
    private final ConcurrentLinkedQueue<String> results = new ConcurrentLinkedQueue<>();

    Queue<String> probe(List<String> hosts) {
      WaitGroup probes = new WaitGroup();
      Cursor cursor = new Cursor();
      for (int i = 0; i < hosts.size(); i++) {
        cursor.at(i, hosts.get(i));
        probes.add(1);
        Go.go(
            () -> {
              results.add(cursor.index + cursor.host); // want race-captured, race-unguarded
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

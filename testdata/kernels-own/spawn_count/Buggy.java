// fault: race
package spawn_count;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Each download registers itself when it begins, which may be after the wait. */
public final class Buggy {

  static final class Downloads {
    private final WaitGroup running = new WaitGroup();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    void start(String url) {
      Go.go(
          () -> {
            running.add(1); // want misuse-waitgroup
            try {
              done.add(url);
            } finally {
              running.done();
            }
          });
    }

    int finish() {
      running.await(); // want misuse-waitgroup
      return done.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Downloads downloads = new Downloads();
          List.of("a", "b").forEach(downloads::start);
          System.out.println(downloads.finish());
        });
  }
}

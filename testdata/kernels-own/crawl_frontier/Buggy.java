// fault: race
package crawl_frontier;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Fetches the links of a page, each in a goroutine that counts itself in. */
public final class Buggy {

  static final class Frontier {
    private final WaitGroup pending = new WaitGroup();
    private final AtomicInteger fetched = new AtomicInteger();

    void visit(List<String> links) {
      for (String link : links) {
        Go.go(
            () -> {
              pending.add(1); // want misuse-waitgroup
              try {
                fetch(link);
              } finally {
                pending.done();
              }
            });
      }
    }

    private void fetch(String link) {
      fetched.addAndGet(link.length());
    }

    int await() {
      pending.await(); // want misuse-waitgroup
      return fetched.get();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Frontier frontier = new Frontier();
          frontier.visit(List.of("a", "b"));
          System.out.println(frontier.await() <= 2);
          Go.sleep(Duration.ofMillis(5));
        });
  }
}

package volatile_hits;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its hits in a volatile field. */
public final class Fixed {

  interface Handler {
    void handle(String request);
  }

  static final class Counting implements Handler {
    private final Handler next;
    private final AtomicInteger hits = new AtomicInteger();

    Counting(Handler next) {
      this.next = next;
    }

    @Override
    public void handle(String request) {
      hits.incrementAndGet();
      next.handle(request);
    }

    int hits() {
      return hits.get();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Counting handler = new Counting(request -> {});
          WaitGroup requests = new WaitGroup();
          for (String path : new String[] {"/", "/a"}) {
            requests.go(() -> handler.handle(path));
          }
          requests.await();
          System.out.println(handler.hits());
        });
  }
}

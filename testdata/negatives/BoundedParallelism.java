import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** At most so many downloads at a time, by tokens in a buffered channel. */
public final class BoundedParallelism {

  private final Chan<Unit> tokens;
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  BoundedParallelism(int limit) {
    tokens = Chan.make(limit);
  }

  private <T> T limited(Callable<T> task) throws Exception {
    tokens.send(Unit.UNIT);
    try {
      int now = active.incrementAndGet();
      most.accumulateAndGet(now, Math::max);
      return task.call();
    } finally {
      active.decrementAndGet();
      tokens.receive();
    }
  }

  /** A page that was fetched. */
  record Page(String url, int size) {}

  private static Page fetch(String url) {
    return new Page(url, url.length());
  }

  private List<Page> fetchAll(List<String> urls) {
    Page[] pages = new Page[urls.size()];
    WaitGroup fetches = new WaitGroup();
    for (int i = 0; i < urls.size(); i++) {
      int index = i;
      fetches.go(() -> pages[index] = limited(() -> fetch(urls.get(index))));
    }
    fetches.await();
    return new ArrayList<>(List.of(pages));
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          BoundedParallelism crawler = new BoundedParallelism(1);
          List<Page> pages = crawler.fetchAll(List.of("a", "bc"));
          int bytes = 0;
          for (Page page : pages) {
            bytes += page.size();
          }
          System.out.println(bytes + " bytes, at most " + crawler.most.get());
        });
  }
}

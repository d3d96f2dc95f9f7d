// fault: deadlock
package feed_merge;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Merges feeds into one channel that ends when all of them have. */
public final class Buggy {

  interface Feed {
    List<Integer> items() throws Exception;
  }

  static final class Merger {
    private final Chan<Integer> merged = Chan.make();
    private final AtomicInteger open = new AtomicInteger();

    ReceiveChan<Integer> merge(List<Feed> feeds) {
      open.set(feeds.size());
      feeds.forEach(feed -> Go.go(() -> copy(feed)));
      return merged;
    }

    private void copy(Feed feed) {
      try {
        for (int item : feed.items()) {
          merged.send(item);
        }
        if (open.decrementAndGet() == 0) {
          merged.close(); // want close-missing
        }
      } catch (Exception e) {
        System.err.println("a feed failed: " + e.getMessage());
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Feed good = () -> List.of(1, 2);
          Feed bad =
              () -> {
                throw new Exception("no route");
              };
          int sum = 0;
          for (int item : new Merger().merge(List.of(good, bad))) { // want close-missing
            sum += item;
          }
          System.out.println(sum);
        });
  }
}

// fault: deadlock
package index_merge;

import dev.chanlint.runtime.Go;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An index is built by an executor with one thread; a segment that is split waits there for its
 * parts.
 */
public final class Buggy {

  static final class Indexer {
    private final ExecutorService executor = Executors.newFixedThreadPool(1);

    int index(String text) throws Exception {
      if (text.length() <= 2) {
        return text.length();
      }
      int middle = text.length() / 2;
      Future<Integer> left = executor.submit(() -> index(text.substring(0, middle)));
      int right = index(text.substring(middle));
      return left.get() + right; // want deadlock-self-join, deadlock-cyclic-wait
    }

    int run(String text) throws Exception {
      try {
        return executor.submit(() -> index(text)).get(); // want deadlock-cyclic-wait, leak-receive
      } finally {
        executor.shutdown();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(new Indexer().run("abcd"));
        });
  }
}

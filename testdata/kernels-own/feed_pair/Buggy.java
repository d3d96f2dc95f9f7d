// fault: deadlock
package feed_pair;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashSet;
import java.util.Set;

/** Joins the updates of two feeds, each of which ends by itself; equal updates count once. */
public final class Buggy {

  interface Feed {
    void run(Chan<String> out);
  }

  static final class Joiner {
    private final Set<String> seen = new LinkedHashSet<>();
    private Chan<String> primary;
    private Chan<String> backup;

    Joiner(Chan<String> primary, Chan<String> backup) {
      this.primary = primary;
      this.backup = backup;
    }

    Set<String> collect(int expected) {
      while (seen.size() < expected) {
        select( // want deadlock-nil-channel, leak-receive
            onReceive(
                primary,
                (update, ok) -> {
                  if (ok) {
                    seen.add(update);
                  } else {
                    primary = Chan.nil();
                  }
                }),
            onReceive(
                backup,
                (update, ok) -> {
                  if (ok) {
                    seen.add(update);
                  } else {
                    backup = Chan.nil();
                  }
                }));
      }
      return seen;
    }
  }

  static final class FixedFeed implements Feed {
    private final String[] updates;

    FixedFeed(String... updates) {
      this.updates = updates;
    }

    @Override
    public void run(Chan<String> out) {
      try (out) {
        for (String update : updates) {
          out.send(update);
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> primary = Chan.make(1);
          Chan<String> backup = Chan.make(1);
          WaitGroup feeds = new WaitGroup();
          feeds.go(() -> new FixedFeed("price").run(primary));
          feeds.go(() -> new FixedFeed("price").run(backup));
          System.out.println(new Joiner(primary, backup).collect(2).size());
          feeds.await();
        });
  }
}

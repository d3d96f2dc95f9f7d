// fault: deadlock
package skip_permit;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds are limited by permits in a channel. A build that is skipped gives its permit back to tell
 * the next, and once more at its end as every build does.
 */
public final class Buggy {

  interface Listener {
    void skipped(String target);

    void built(String target);
  }

  static class Permits {
    private final Chan<Unit> taken;

    Permits(int count) {
      taken = Chan.make(count);
    }

    void acquire() {
      taken.send(Unit.UNIT);
    }

    void release() {
      taken.receive(); // want leak-receive, deadlock-cyclic-wait
    }
  }

  static final class Builder extends Permits {
    private final Set<String> fresh;
    private final List<Listener> listeners = new ArrayList<>();
    private final WaitGroup builds = new WaitGroup();

    Builder(Set<String> fresh) {
      super(2);
      this.fresh = fresh;
    }

    void listen(Listener listener) {
      listeners.add(listener);
    }

    private void build(String target) {
      acquire();
      try {
        if (fresh.contains(target)) {
          release();
          listeners.forEach(listener -> listener.skipped(target));
          return;
        }
        listeners.forEach(listener -> listener.built(target));
      } finally {
        release();
      }
    }

    void buildAll(List<String> targets) {
      for (String target : targets) {
        builds.go(() -> build(target));
      }
      builds.await(); // want deadlock-waitgroup, deadlock-cyclic-wait
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Builder builder = new Builder(Set.of("docs"));
          AtomicInteger skipped = new AtomicInteger();
          builder.listen(
              new Listener() {
                @Override
                public void skipped(String target) {
                  skipped.incrementAndGet();
                }

                @Override
                public void built(String target) {
                  System.out.println("built " + target);
                }
              });
          builder.buildAll(List.of("app", "docs"));
          System.out.println(skipped.get() + " skipped");
        });
  }
}

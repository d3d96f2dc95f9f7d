// fault: panic
package cleanup_hooks;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A test's scope runs its clean-ups in reverse and takes no log line after that; a background
 * refresh that the test started still has one.
 */
public final class Buggy {

  static final class Scope implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private final Deque<Runnable> cleanups = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    void log(String line) {
      mu.lock();
      try {
        if (ended) {
          throw new IllegalStateException(line); // want leak-outlives-scope
        }
        lines.add(line);
      } finally {
        mu.unlock();
      }
    }

    void cleanup(Runnable action) {
      cleanups.push(action);
    }

    @Override
    public void close() {
      cleanups.forEach(Runnable::run);
      mu.lock();
      ended = true;
      mu.unlock();
    }
  }

  static final class Resolver {
    private final Consumer<String> log;
    private final Chan<Unit> stop = Chan.make();
    private final WaitGroup refreshing = new WaitGroup();

    Resolver(Consumer<String> log) {
      this.log = log;
      refreshing.go(this::refresh); // want leak-outlives-scope, order-use-after-teardown
    }

    private void refresh() {
      select(onReceive(stop), onTimeout(Duration.ofSeconds(30)));
      log.accept("refresh ended"); // want leak-outlives-scope, order-use-after-teardown
    }

    void stop() {
      stop.close();
    }
  }

  static void testResolves(Scope scope) {
    Resolver resolver =
        new Resolver(scope::log); // want leak-outlives-scope, order-use-after-teardown
    scope.cleanup(resolver::stop);
    scope.log("resolves");
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Scope scope = new Scope()) {
            testResolves(scope);
          }
        });
  }
}

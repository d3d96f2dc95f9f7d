// fault: panic, race
package serving_4908;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Rolls a revision watcher out under a logger that writes into its test's log. */
public final class Buggy {

  /** One test: what it logs after its end is an error. */
  static final class TestScope implements AutoCloseable {
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private boolean finished;

    TestScope(String name) {
      this.name = name;
    }

    void log(String line) {
      if (finished) {
        throw new IllegalStateException("log after test " + name + " has completed: " + line);
      }
      lines.add(line);
    }

    @Override
    public void close() {
      finished = true;
    }
  }

  interface Logger {
    void info(String message);
  }

  static final class TestLogger implements Logger {
    private final TestScope scope;

    TestLogger(TestScope scope) {
      this.scope = scope;
    }

    @Override
    public void info(String message) {
      write("INFO " + message);
    }

    private void write(String line) {
      scope.log(line); // want leak-outlives-scope
    }
  }

  static final class RevisionWatcher {
    private final Logger logger;

    RevisionWatcher(Logger logger) {
      this.logger = logger;
    }

    void run() {
      Go.go(this::checkDests); // want leak-outlives-scope
    }

    private void checkDests() {
      logger.info("no destinations yet");
    }
  }

  private static void testPodTransition(TestScope scope) {
    RevisionWatcher watcher = new RevisionWatcher(new TestLogger(scope));
    WaitGroup wg = new WaitGroup();
    wg.add(1);
    Go.go(
        () -> {
          watcher.run();
          wg.done();
        });
    wg.await();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (TestScope scope = new TestScope("pod transition")) {
            testPodTransition(scope);
          }
        });
  }
}

package parallel_checks;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A suite closes its server when its last check has been started. Checks that run in parallel are
 * still at it.
 */
public final class Fixed {

  static final class Server implements AutoCloseable {
    private final Mutex mu = new Mutex();
    private Map<String, String> pages = new HashMap<>();

    void publish(String path, String text) {
      mu.lock();
      try {
        pages.put(path, text);
      } finally {
        mu.unlock();
      }
    }

    String get(String path) {
      mu.lock();
      try {
        return pages.get(path);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void close() {
      mu.lock();
      try {
        pages = null;
      } finally {
        mu.unlock();
      }
    }
  }

  interface Check {
    void run(Server server);
  }

  static final class Suite {
    private final WaitGroup parallel = new WaitGroup();
    private final Map<String, Check> checks = new LinkedHashMap<>();

    void check(String name, Check check) {
      checks.put(name, check);
    }

    private void runAll(Server server) {
      checks.forEach(
          (name, check) ->
              parallel.go(
                  () -> {
                    check.run(server);
                    System.out.println("ok " + name);
                  }));
    }

    void run() {
      try (Server server = new Server()) {
        server.publish("/", "home");
        runAll(server);
        parallel.await();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Suite suite = new Suite();
          suite.check("home", server -> expect("home", server.get("/")));
          suite.check("missing", server -> expect(null, server.get("/missing")));
          suite.run();
        });
  }

  private static void expect(String wanted, String found) {
    if (!Objects.equals(wanted, found)) {
      throw new AssertionError(found);
    }
  }
}

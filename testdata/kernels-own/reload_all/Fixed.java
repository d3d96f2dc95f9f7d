package reload_all;

import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Reloads every manager; a reload that fails is logged and not counted. */
public final class Fixed {

  interface Manager {
    void reload(String config);
  }

  static final class Reloader {
    private final List<Manager> managers;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    Reloader(List<Manager> managers) {
      this.managers = managers;
    }

    Queue<String> reload(String config) throws InterruptedException {
      CountDownLatch done = new CountDownLatch(managers.size());
      for (Manager manager : managers) {
        Go.go(() -> reloadOne(manager, config, done));
      }
      done.await();
      return failures;
    }

    private void reloadOne(Manager manager, String config, CountDownLatch done) {
      try {
        manager.reload(config);
      } catch (IllegalArgumentException e) {
        failures.add(e.getMessage());
      } finally {
        done.countDown();
      }
    }
  }

  static void strict(String config) {
    if (config.contains("?")) {
      throw new IllegalArgumentException(config);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Reloader reloader = new Reloader(List.of(config -> {}, Fixed::strict));
          System.out.println(reloader.reload("a?b").size());
        });
  }
}

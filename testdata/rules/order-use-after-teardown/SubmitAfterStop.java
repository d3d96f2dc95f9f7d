package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Queue;

/** A queue that refuses what comes after its stop, and a client that nobody waits for. */
public final class SubmitAfterStop {

  /** Something that can be stopped. */
  abstract static class Service {
    private boolean stopped;

    final synchronized void stop() {
      stopped = true;
    }

    final synchronized void requireRunning() {
      if (stopped) {
        throw new IllegalStateException("stopped"); // want order-use-after-teardown confirmed
      }
    }
  }

  static final class Jobs extends Service {
    private final Queue<Runnable> queue = new ArrayDeque<>();

    synchronized void submit(Runnable job) {
      requireRunning();
      queue.add(job);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Jobs jobs = new Jobs();
          WaitGroup clients = new WaitGroup();
          clients.go(() -> jobs.submit(() -> {}));
          jobs.stop();
          clients.await();
          orderly();
        });
  }

  private static void orderly() {
    Jobs jobs = new Jobs();
    WaitGroup clients = new WaitGroup();
    clients.go(() -> jobs.submit(() -> {}));
    clients.await();
    jobs.stop();
  }
}

// fault: race, panic
package manager_start;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A manager starts its loop and only then gets the handler that the loop calls. */
public final class Buggy {

  interface Handler {
    void handle(int job);
  }

  static final class Manager {
    private final Chan<Integer> jobs = Chan.make(2);
    private final WaitGroup loop = new WaitGroup();
    private Handler handler;

    Manager start() {
      loop.go(
          () -> {
            for (int job : jobs) {
              handler.handle(job); // want race-early-publish, race-unguarded, race-captured
            }
          });
      return this;
    }

    Manager use(Handler newHandler) {
      handler = newHandler; // want race-early-publish, race-unguarded, race-captured
      return this;
    }

    void stop() {
      jobs.close();
      loop.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Manager manager = new Manager();
          manager.start().jobs.send(1);
          manager.use(job -> System.out.println(job));
          manager.stop();
        });
  }
}

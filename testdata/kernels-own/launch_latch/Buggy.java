// fault: deadlock
package launch_latch;

import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts when all stages are ready; one stage is optional, the latch does not know. */
public final class Buggy {

  record Stage(String name, boolean enabled) {}

  static final class Launch {
    private final CountDownLatch ready;
    private final List<Stage> stages;

    Launch(List<Stage> stages) {
      this.stages = stages;
      this.ready = new CountDownLatch(stages.size());
    }

    void prepare() {
      for (Stage stage : stages) {
        if (stage.enabled()) {
          Go.go(ready::countDown);
        }
      }
    }

    void await() throws InterruptedException {
      ready.await(); // want deadlock-waitgroup, deadlock-cyclic-wait, leak-receive
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Launch launch = new Launch(List.of(new Stage("fuel", true), new Stage("crew", false)));
          launch.prepare();
          launch.await();
          System.out.println("go");
        });
  }
}

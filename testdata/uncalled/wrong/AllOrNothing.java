package uncalled;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A task that fails is never done. */
public final class AllOrNothing {

  private AllOrNothing() {}

  public static void run(List<BooleanSupplier> tasks) {
    WaitGroup running = new WaitGroup();
    for (BooleanSupplier task : tasks) {
      running.add(1);
      Go.go(
          () -> {
            if (!task.getAsBoolean()) {
              return;
            }
            running.done();
          });
    }
    running.await(); // want deadlock-waitgroup "'running'" confirmed
  }

  public static void runAll(List<BooleanSupplier> tasks) {
    WaitGroup running = new WaitGroup();
    for (BooleanSupplier task : tasks) {
      running.add(1);
      Go.go(
          () -> {
            try {
              task.getAsBoolean();
            } finally {
              running.done();
            }
          });
    }
    running.await();
  }
}

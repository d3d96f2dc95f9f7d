package uncalled;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Counts a task when it runs, which may be when nobody waits any more. */
public final class CountedLate {

  private CountedLate() {}

  public static void run(List<Runnable> tasks) {
    WaitGroup running = new WaitGroup();
    for (Runnable task : tasks) {
      Go.go(
          () -> {
            running.add(1); // want misuse-waitgroup confirmed
            task.run();
            running.done();
          });
    }
    running.await();
  }

  public static void runInTime(List<Runnable> tasks) {
    WaitGroup running = new WaitGroup();
    for (Runnable task : tasks) {
      running.add(1);
      Go.go(
          () -> {
            task.run();
            running.done();
          });
    }
    running.await();
  }
}

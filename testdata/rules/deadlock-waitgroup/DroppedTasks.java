package rules.deadlockwaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks that were counted are dropped by a pool before they run. */
public final class DroppedTasks {

  public static void main(String[] args) {
    Go.run(
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          WaitGroup tasks = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            tasks.add(1);
            pool.submit(tasks::done);
          }
          pool.shutdownNow();
          tasks.await(); // want deadlock-waitgroup
        });
  }
}

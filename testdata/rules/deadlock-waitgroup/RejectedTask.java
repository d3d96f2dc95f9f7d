package rules.deadlockwaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A pool that has been shut down runs nothing: who counts on its tasks waits in vain. */
public final class RejectedTask {

  public static void main(String[] args) {
    Go.run(
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          WaitGroup tasks = new WaitGroup();
          WaitGroup clients = new WaitGroup();
          clients.go(
              () -> {
                tasks.add(1);
                try {
                  pool.submit(tasks::done);
                } catch (RejectedExecutionException e) {
                  System.out.println("too late");
                }
              });
          pool.shutdown();
          clients.await();
          tasks.await(); // want deadlock-waitgroup confirmed
        });
  }

  /** A task that has another for its own pool. */
  static final class OneMore {
    public static void main(String[] args) {
      Go.run(
          () -> {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            CountDownLatch both = new CountDownLatch(2);
            pool.submit(
                () -> {
                  both.countDown();
                  pool.submit(both::countDown);
                });
            pool.shutdown();
            both.await(); // want deadlock-waitgroup confirmed
          });
    }
  }
}

package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Pools that are shut down while others still have tasks for them. */
public final class RejectedByPool {

  public static void main(String[] args) {
    Go.run(
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          AtomicInteger runs = new AtomicInteger();
          WaitGroup clients = new WaitGroup();
          clients.go(
              () -> pool.execute(runs::incrementAndGet)); // want order-use-after-teardown confirmed
          pool.shutdown();
          clients.await();
        });
  }

  /** Has the tasks run later. */
  static final class Later {
    public static void main(String[] args) {
      Go.run(
          () -> {
            ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
            AtomicInteger runs = new AtomicInteger();
            WaitGroup clients = new WaitGroup();
            clients.go(
                () ->
                    pool.schedule( // want order-use-after-teardown confirmed
                        runs::incrementAndGet, 1, TimeUnit.MILLISECONDS));
            pool.shutdown();
            clients.await();
          });
    }
  }

  /** Closes it, which waits for what has been submitted. */
  static final class Closed {
    public static void main(String[] args) {
      Go.run(
          () -> {
            AtomicInteger runs = new AtomicInteger();
            WaitGroup clients = new WaitGroup();
            try (GoPool pool = new GoPool(1)) {
              clients.go(
                  () -> {
                    pool.submit(runs::incrementAndGet); // want order-use-after-teardown confirmed
                  });
            }
            clients.await();
          });
    }
  }
}

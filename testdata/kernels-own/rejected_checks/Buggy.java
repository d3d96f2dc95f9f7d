// fault: deadlock
package rejected_checks;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks the health of all targets in a pool that may be shut down meanwhile. */
public final class Buggy {

  record Target(String name, Callable<Boolean> probe) {}

  static final class Checker implements AutoCloseable {
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final AtomicInteger healthy = new AtomicInteger();

    int checkAll(List<Target> targets) throws InterruptedException {
      CountDownLatch checked = new CountDownLatch(targets.size());
      for (Target target : targets) {
        submit(target, checked);
      }
      checked.await(); // want leak-receive, deadlock-waitgroup
      return healthy.get();
    }

    private void submit(Target target, CountDownLatch checked) {
      try {
        pool.execute(() -> check(target, checked));
      } catch (RejectedExecutionException e) {
        System.out.println("skipped " + target.name());
      }
    }

    private void check(Target target, CountDownLatch checked) {
      try {
        if (target.probe().call()) {
          healthy.incrementAndGet();
        }
      } catch (Exception e) {
        System.out.println(target.name() + ": " + e.getMessage());
      } finally {
        checked.countDown();
      }
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Checker checker = new Checker();
          WaitGroup rounds = new WaitGroup();
          Target database = new Target("db", () -> true);
          rounds.go(() -> System.out.println(checker.checkAll(List.of(database)) >= 0));
          checker.close();
          rounds.await();
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pools that are stopped at once; what they have not begun is run, counted or cancelled. */
public final class TasksHandedBack {

  private TasksHandedBack() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          runByTheCaller();
          runAsSubmitted();
          counted();
          cancelled();
        });
  }

  private static void runByTheCaller() throws InterruptedException {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      CountDownLatch latch = new CountDownLatch(2);
      pool.execute(latch::countDown);
      pool.execute(latch::countDown);
      pool.shutdownNow().forEach(Runnable::run);
      latch.await();
    }
  }

  private static void runAsSubmitted() throws InterruptedException {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      CountDownLatch latch = new CountDownLatch(2);
      pool.submit(latch::countDown);
      pool.submit(latch::countDown);
      for (Runnable left : pool.shutdownNow()) {
        left.run();
      }
      latch.await();
    }
  }

  private static void counted() {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      WaitGroup tasks = new WaitGroup();
      for (int i = 0; i < 2; i++) {
        tasks.add(1);
        pool.submit(tasks::done);
      }
      pool.shutdownNow().forEach(left -> tasks.done());
      tasks.await();
    }
  }

  private static void cancelled() throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> first = pool.submit(() -> 1);
      Future<Integer> second = pool.submit(() -> 2);
      List<Runnable> left = pool.shutdownNow();
      for (Runnable one : left) {
        if (one instanceof Future<?> task) {
          task.cancel(false);
        }
      }
      System.out.println(first.isCancelled() || first.get() == 1);
      System.out.println(second.isCancelled() || second.get() == 2);
    }
  }
}

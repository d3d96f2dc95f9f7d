// fault: deadlock
package shutdown_now;

import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Jobs are queued on a pool and awaited by those who handed them in. */
public final class Buggy {

  interface Job<T> {
    T run();
  }

  static final class Jobs {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    <T> CompletableFuture<T> submit(Job<T> job) {
      CompletableFuture<T> result = new CompletableFuture<>();
      try {
        pool.execute(() -> result.complete(job.run()));
      } catch (RejectedExecutionException e) {
        result.cancel(false);
      }
      return result;
    }

    void stop() {
      pool.shutdownNow();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Jobs jobs = new Jobs();
          List<CompletableFuture<Integer>> results = new ArrayList<>();
          for (int i = 0; i < 2; i++) {
            int number = i;
            results.add(jobs.submit(() -> number * 2));
          }
          jobs.stop();
          for (CompletableFuture<Integer> result : results) {
            System.out.println(result.join()); // want leak-receive
          }
        });
  }
}

package nested_jobs;

import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A scheduler whose composite jobs run their parts on the workers that run them. */
public final class Fixed {

  interface Job {
    int run(Scheduler scheduler) throws Exception;
  }

  record Leaf(int cost) implements Job {
    @Override
    public int run(Scheduler scheduler) {
      return cost;
    }
  }

  record Composite(List<Job> parts) implements Job {
    @Override
    public int run(Scheduler scheduler) throws Exception {
      int total = 0;
      for (Job part : parts) {
        total += part.run(scheduler);
      }
      return total;
    }
  }

  static final class Scheduler {
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    Future<Integer> submit(Job job) {
      return workers.submit(() -> job.run(this));
    }

    void stop() {
      workers.shutdown();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Scheduler scheduler = new Scheduler();
          List<Future<Integer>> results = new ArrayList<>();
          for (int i = 0; i < 2; i++) {
            results.add(scheduler.submit(new Composite(List.of(new Leaf(1), new Leaf(i)))));
          }
          for (Future<Integer> result : results) {
            System.out.println(result.get());
          }
          scheduler.stop();
        });
  }
}

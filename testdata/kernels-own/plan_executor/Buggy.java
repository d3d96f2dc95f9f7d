// fault: deadlock
package plan_executor;

import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A plan's steps run on an executor; a step may be made of others. */
public final class Buggy {

  sealed interface Step permits Leaf, Sequence {}

  record Leaf(int cost) implements Step {}

  record Sequence(List<Step> steps) implements Step {}

  static final class Planner implements AutoCloseable {
    private final ExecutorService executor;

    Planner(ExecutorService executor) {
      this.executor = executor;
    }

    Future<Integer> submit(Step step) {
      return executor.submit(() -> cost(step));
    }

    private int cost(Step step) throws Exception {
      return switch (step) {
        case Leaf(int cost) -> cost;
        case Sequence(List<Step> steps) -> {
          int total = 0;
          for (Step each : steps) {
            // want +1 deadlock-self-join, leak-receive, deadlock-cyclic-wait
            total += submit(each).get();
          }
          yield total;
        }
      };
    }

    @Override
    public void close() {
      executor.shutdown();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Planner planner = new Planner(Executors.newSingleThreadExecutor())) {
            Step plan = new Sequence(List.of(new Leaf(2), new Leaf(3)));
            // want +1 deadlock-self-join, leak-receive, deadlock-cyclic-wait
            System.out.println(planner.submit(plan).get());
          }
        });
  }
}

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Steps are entered in any order and run in the order of their times, each with what the one before
 * has left: in another order the first would wait for good.
 */
public final class InOrderOfTime {

  private final Chan<Unit> left = Chan.make(1);
  private final TreeMap<Integer, Runnable> steps = new TreeMap<>();

  private InOrderOfTime() {
    steps.put(30, left::receive);
    steps.put(10, () -> left.send(Unit.UNIT));
    steps.put(20, () -> {});
  }

  private void runByFirstEntry() {
    while (!steps.isEmpty()) {
      steps.pollFirstEntry().getValue().run();
    }
  }

  private void runInOrder() {
    for (Map.Entry<Integer, Runnable> step : steps.entrySet()) {
      step.getValue().run();
    }
  }

  private void runDue() {
    steps.headMap(20, true).values().forEach(Runnable::run);
    steps.tailMap(20, false).values().forEach(Runnable::run);
  }

  private void runQueued() {
    PriorityQueue<Integer> times = new PriorityQueue<>(List.of(30, 10, 20));
    while (!times.isEmpty()) {
      steps.get(times.poll()).run();
    }
  }

  private void runNext() {
    for (Integer at = 0; at != null; at = steps.higherKey(at)) {
      steps.getOrDefault(at, () -> {}).run();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup runners = new WaitGroup();
          runners.go(new InOrderOfTime()::runByFirstEntry);
          runners.go(new InOrderOfTime()::runInOrder);
          runners.go(new InOrderOfTime()::runDue);
          runners.go(new InOrderOfTime()::runQueued);
          runners.go(new InOrderOfTime()::runNext);
          runners.await();
        });
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;

/** Latches for the start and the finish, and counts in a concurrent map. */
public final class StartingGate {

  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch finish;
  private final ConcurrentMap<String, Integer> laps = new ConcurrentHashMap<>();
  private int distance;

  StartingGate(int runners) {
    finish = new CountDownLatch(runners);
  }

  private void run(String runner) throws InterruptedException {
    gate.await();
    try {
      for (int lap = 0; lap < distance; lap++) {
        laps.merge(runner, 1, Integer::sum);
      }
      laps.computeIfAbsent("all", key -> 0);
    } finally {
      finish.countDown();
    }
  }

  private int race(WaitGroup runners, String... names) throws InterruptedException {
    for (String name : names) {
      runners.go(() -> run(name));
    }
    distance = 1;
    gate.countDown();
    finish.await();
    int total = 0;
    for (int count : laps.values()) {
      total += count;
    }
    return total;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          StartingGate race = new StartingGate(2);
          WaitGroup runners = new WaitGroup();
          int total = race.race(runners, "hare", "tortoise");
          runners.await();
          System.out.println(total);
        });
  }
}

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A worker that shows it is alive before each step; nobody need listen. */
public final class Heartbeats {

  private final Chan<Unit> pulse = Chan.make(1);
  private final Chan<Integer> results = Chan.make();
  private final Chan<Unit> done = Chan.make();

  private void work(int steps) {
    try (results) {
      for (int step = 0; step < steps; step++) {
        select(onSend(pulse, Unit.UNIT), onDefault());
        boolean wanted = select(onSend(results, step * step).as(true), onReceive(done).as(false));
        if (!wanted) {
          return;
        }
      }
    }
  }

  /** What the monitor saw. */
  record Health(int results, boolean alive) {}

  private Health monitor(ReceiveChan<Integer> values) {
    int seen = 0;
    boolean alive = true;
    while (alive) {
      Integer value =
          select(
              onReceive(values).map(v -> v == null ? -1 : v),
              onTimeout(Duration.ofSeconds(5)).as(-2));
      if (value == -1) {
        return new Health(seen, true);
      }
      if (value == -2) {
        alive = false;
      } else {
        seen++;
      }
    }
    return new Health(seen, alive);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Heartbeats beats = new Heartbeats();
          WaitGroup worker = new WaitGroup();
          worker.go(() -> beats.work(2));
          Health health = beats.monitor(beats.results);
          beats.done.close();
          worker.await();
          System.out.println(health);
        });
  }
}

package pool_reap;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that finds the pool idle closes it, and with that waits for itself. */
public final class Fixed {

  static final class Reaper {
    private final GoPool pool = new GoPool(1);
    private final AtomicInteger busy = new AtomicInteger();
    private final Chan<Integer> results = Chan.make(2);

    void submit(int job) {
      busy.incrementAndGet();
      pool.submit(() -> work(job));
    }

    private void work(int job) {
      results.send(job * job);
      if (busy.decrementAndGet() == 0) {
        end();
      }
    }

    private void end() {
      results.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Reaper reaper = new Reaper();
          reaper.submit(3);
          int sum = 0;
          for (int result : reaper.results) {
            sum += result;
          }
          reaper.pool.close();
          System.out.println(sum);
        });
  }
}

// fault: deadlock
package task_slots;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Slots are taken from a channel of tokens; a task that fails keeps its slot. */
public final class Buggy {

  interface Job {
    int run() throws Exception;
  }

  static final class Slots {
    private final Chan<Unit> taken;
    private final WaitGroup running = new WaitGroup();
    private final AtomicInteger failures = new AtomicInteger();

    Slots(int count) {
      taken = Chan.make(count);
    }

    private void run(Job job) {
      try {
        job.run();
        taken.receive();
      } catch (Exception e) {
        failures.incrementAndGet();
      }
    }

    void submit(Job job) {
      taken.send(Unit.UNIT); // want leak-send, deadlock-cyclic-wait
      running.go(() -> run(job));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Slots slots = new Slots(1);
          slots.submit(() -> Integer.parseInt("one"));
          slots.submit(() -> Integer.parseInt("2"));
          slots.running.await();
          System.out.println(slots.failures);
        });
  }
}

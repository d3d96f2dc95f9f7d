// fault: deadlock
package event_switch;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every event that is queued is counted until it has been handled; those that only wake the worker
 * are handled by not doing anything.
 */
public final class Buggy {

  sealed interface Event permits Upsert, Remove, Wake {}

  record Upsert(String key, int value) implements Event {}

  record Remove(String key) implements Event {}

  record Wake() implements Event {}

  static final class Worker {
    private final Chan<Event> queue = Chan.make(4);
    private final WaitGroup pending = new WaitGroup();
    private final Map<String, Integer> table = new TreeMap<>();

    void enqueue(Event event) {
      pending.add(1);
      queue.send(event);
    }

    void run() {
      for (Event event : queue) {
        switch (event) {
          case Upsert(String key, int value) -> {
            table.merge(key, value, Integer::sum);
            pending.done();
          }
          case Remove(String key) -> {
            table.remove(key);
            pending.done();
          }
          case Wake() -> Go.gosched();
        }
      }
    }

    Map<String, Integer> settle() {
      pending.await(); // want deadlock-waitgroup
      queue.close();
      return table;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Worker worker = new Worker();
          WaitGroup workers = new WaitGroup();
          workers.go(worker::run);
          worker.enqueue(new Upsert("a", 1));
          worker.enqueue(new Wake());
          worker.enqueue(new Remove("b"));
          System.out.println(worker.settle());
          workers.await();
        });
  }
}

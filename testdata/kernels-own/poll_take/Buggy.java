// fault: deadlock
package poll_take;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Who takes from a queue looks again and again for an item, each time under the lock, and leaves
 * the loop with the lock when there is one.
 */
public final class Buggy {

  interface Source<T> {
    T take();
  }

  static final class PolledQueue<T> implements Source<T> {
    private final Mutex lock = new Mutex();
    private final Deque<T> items = new ArrayDeque<>();

    void put(T item) {
      lock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
      try {
        items.addLast(item);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public T take() {
      while (true) {
        lock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
        if (!items.isEmpty()) {
          break;
        }
        lock.unlock();
        Go.gosched();
      }
      return items.removeFirst();
    }
  }

  static final class Mover {
    private final Source<String> from;
    private final Consumer<String> to;

    Mover(Source<String> from, Consumer<String> to) {
      this.from = from;
      this.to = to;
    }

    void move(int count) {
      for (int i = 0; i < count; i++) {
        to.accept(from.take());
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PolledQueue<String> queue = new PolledQueue<>();
          WaitGroup movers = new WaitGroup();
          movers.go(() -> new Mover(queue, System.out::println).move(2));
          queue.put("first");
          queue.put("second");
          movers.await();
        });
  }
}

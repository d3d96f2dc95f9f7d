// fault: deadlock
package buffer_pool;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;

/**
 * A bounded buffer with one condition for both sides; it wakes one waiter, which may be the wrong
 * one.
 */
public final class Buggy {

  static final class Buffer<T> {
    private final Mutex mu = new Mutex();
    private final Cond changed = new Cond(mu);
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final int capacity;

    Buffer(int capacity) {
      this.capacity = capacity;
    }

    void put(T item) {
      mu.lock();
      while (items.size() == capacity) {
        changed.await(); // want deadlock-cond
      }
      items.addLast(item);
      changed.signal();
      mu.unlock();
    }

    T take() {
      mu.lock();
      while (items.isEmpty()) {
        changed.await(); // want deadlock-cond
      }
      T item = items.removeFirst();
      changed.signal();
      mu.unlock();
      return item;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Buffer<String> buffer = new Buffer<>(1);
          WaitGroup sides = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            sides.go(() -> buffer.put("x"));
            sides.go(buffer::take);
          }
          sides.await();
        });
  }
}

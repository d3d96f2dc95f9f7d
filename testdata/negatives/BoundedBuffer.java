import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/** A condition variable waited for in a loop and signalled under its lock. */
public final class BoundedBuffer {

  private final Mutex mutex = new Mutex();
  private final Cond changed = new Cond(mutex);
  private final Deque<Integer> items = new ArrayDeque<>();

  public static void main(String[] args) {
    Go.run(
        () -> {
          BoundedBuffer buffer = new BoundedBuffer();
          WaitGroup running = new WaitGroup();
          running.go(
              () -> {
                buffer.put(1);
                buffer.put(2);
              });
          int sum = buffer.take() + buffer.take();
          running.await();
          System.out.println(sum);
        });
  }

  private void put(int item) {
    mutex.lock();
    try {
      while (items.size() == 1) {
        changed.await();
      }
      items.add(item);
      changed.broadcast();
    } finally {
      mutex.unlock();
    }
  }

  private int take() {
    mutex.lock();
    try {
      while (items.isEmpty()) {
        changed.await();
      }
      int item = items.remove();
      changed.broadcast();
      return item;
    } finally {
      mutex.unlock();
    }
  }
}

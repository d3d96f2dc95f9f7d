package stripe_move;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keys are guarded by the stripe that their hash picks; to rename one takes both stripes, in the
 * order of the names.
 */
public final class Fixed {

  static final class Striped {
    private final ReentrantLock[] stripes = new ReentrantLock[2];
    private final ConcurrentMap<Integer, String> values = new ConcurrentHashMap<>();

    Striped() {
      for (int i = 0; i < stripes.length; i++) {
        stripes[i] = new ReentrantLock();
      }
    }

    private ReentrantLock stripe(int key) {
      return stripes[key % stripes.length];
    }

    private static void locked(Lock lock, Runnable action) {
      lock.lock();
      try {
        action.run();
      } finally {
        lock.unlock();
      }
    }

    void rename(int from, int to) {
      int first = Math.min(from % 2, to % 2);
      int second = Math.max(from % 2, to % 2);
      locked(stripe(first), () -> locked(stripe(second), () -> move(from, to)));
    }

    private void move(int from, int to) {
      String value = values.remove(from);
      if (value != null) {
        values.put(to, value);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Striped map = new Striped();
          map.values.put(4, "a");
          map.values.put(7, "b");
          WaitGroup renames = new WaitGroup();
          renames.go(() -> map.rename(4, 5));
          renames.go(() -> map.rename(7, 6));
          renames.await();
          System.out.println(map.values);
        });
  }
}

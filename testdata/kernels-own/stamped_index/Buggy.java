// fault: deadlock
package stamped_index;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * An index under a stamped lock, which nobody may take twice; adding a word that is new asks, with
 * the write lock, how many there are.
 */
public final class Buggy {

  static final class Index {
    private final StampedLock lock = new StampedLock();
    private final Map<String, Integer> words = new HashMap<>();

    int size() {
      long stamp = lock.readLock(); // want deadlock-double-lock
      try {
        return words.size();
      } finally {
        lock.unlockRead(stamp);
      }
    }

    private <T> T writing(Supplier<T> action) {
      long stamp = lock.writeLock(); // want deadlock-double-lock
      try {
        return action.get();
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    int number(String word) {
      return writing(() -> words.computeIfAbsent(word, unused -> size()));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Index index = new Index();
          ErrGroup group = new ErrGroup();
          for (String word : List.of("go", "java")) {
            group.go(() -> System.out.println(word.length() + index.number(word)));
          }
          group.await();
          System.out.println(index.size());
        });
  }
}

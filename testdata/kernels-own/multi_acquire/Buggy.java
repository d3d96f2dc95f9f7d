// fault: deadlock
package multi_acquire;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * Takes the locks of all shards that a transaction touches, or none; where one cannot be had, those
 * that were taken before stay taken.
 */
public final class Buggy {

  static final class Shard {
    private final Mutex lock = new Mutex();
    private int rows;
  }

  static final class Table {
    private final List<Shard> shards = List.of(new Shard(), new Shard());

    private boolean acquireAll(List<Shard> wanted) {
      for (Shard shard : wanted) {
        if (!shard.lock.tryLock()) { // want deadlock-missing-unlock
          return false;
        }
      }
      return true;
    }

    private void releaseAll(List<Shard> held) {
      held.forEach(shard -> shard.lock.unlock());
    }

    boolean insertEverywhere() {
      if (!acquireAll(shards)) {
        return false;
      }
      try {
        shards.forEach(shard -> shard.rows++);
        return true;
      } finally {
        releaseAll(shards);
      }
    }

    int count(int index) {
      Shard shard = shards.get(index);
      shard.lock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
      try {
        return shard.rows;
      } finally {
        shard.lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          WaitGroup readers = new WaitGroup();
          readers.go(() -> System.out.println(table.count(1)));
          System.out.println(table.insertEverywhere());
          readers.await();
          System.out.println(table.count(0));
        });
  }
}

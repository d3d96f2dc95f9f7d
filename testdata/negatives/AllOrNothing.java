import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * Takes all locks or none: those before the one that cannot be had are given back, as a sublist.
 */
public final class AllOrNothing {

  private static final class Shard {
    private final Mutex lock = new Mutex();
    private int rows;
  }

  private final List<Shard> shards = List.of(new Shard(), new Shard());

  private boolean insert() {
    for (int i = 0; i < shards.size(); i++) {
      if (!shards.get(i).lock.tryLock()) {
        shards.subList(0, i).forEach(shard -> shard.lock.unlock());
        return false;
      }
    }
    shards.forEach(shard -> shard.rows++);
    shards.forEach(shard -> shard.lock.unlock());
    return true;
  }

  private int rows(int index) {
    Shard shard = shards.get(index);
    shard.lock.lock();
    try {
      return shard.rows;
    } finally {
      shard.lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AllOrNothing table = new AllOrNothing();
          WaitGroup readers = new WaitGroup();
          readers.go(() -> System.out.println(table.rows(1)));
          System.out.println(table.insert());
          readers.await();
        });
  }
}

package shard_barrier;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;

/** Shards are sorted side by side and merged when all of them are at the barrier. */
public final class Fixed {

  record Shard(int id, List<Integer> keys) {}

  static final class Merge implements Runnable {
    private final List<Shard> done = new CopyOnWriteArrayList<>();

    void add(Shard shard) {
      done.add(shard);
    }

    @Override
    public void run() {
      System.out.println("merged " + done.stream().mapToInt(s -> s.keys().size()).sum());
    }
  }

  static final class Sorter {
    private final Merge merge = new Merge();
    private final CyclicBarrier barrier;
    private final List<Shard> shards;

    Sorter(List<Shard> shards) {
      this.shards = shards;
      this.barrier = new CyclicBarrier(shards.size(), merge);
    }

    void sort() throws Exception {
      ErrGroup group = new ErrGroup();
      shards.forEach(shard -> group.go(() -> sortOne(shard)));
      group.await();
    }

    private void sortOne(Shard shard) throws Exception {
      if (shard.keys().isEmpty()) {
        barrier.await();
        return;
      }
      List<Integer> sorted = new ArrayList<>(shard.keys());
      Collections.sort(sorted);
      merge.add(new Shard(shard.id(), sorted));
      barrier.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Shard> shards = new ArrayList<>();
          int id = 0;
          for (List<Integer> keys : List.of(List.of(3, 1), List.<Integer>of())) {
            shards.add(new Shard(id++, keys));
          }
          new Sorter(shards).sort();
        });
  }
}

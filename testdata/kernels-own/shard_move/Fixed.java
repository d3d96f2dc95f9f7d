package shard_move;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Moves rows between shards, each with a lock in a list. */
public final class Fixed {

  static final class Shards {
    private final List<Mutex> locks = new ArrayList<>();
    private final int[] rows;

    Shards(int count) {
      rows = new int[count];
      for (int i = 0; i < count; i++) {
        locks.add(new Mutex());
        rows[i] = 10;
      }
    }

    void move(int from, int to, int n) {
      Mutex first = locks.get(Math.min(from, to));
      Mutex second = locks.get(Math.max(from, to));
      first.lock();
      second.lock();
      rows[from] -= n;
      rows[to] += n;
      second.unlock();
      first.unlock();
    }
  }

  record Move(int from, int to, int rows) {
    void on(Shards shards) {
      shards.move(from, to, rows);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Shards shards = new Shards(3);
          WaitGroup moves = new WaitGroup();
          List.of(new Move(0, 1, 2), new Move(1, 0, 3), new Move(2, 1, 1))
              .forEach(move -> moves.go(() -> move.on(shards)));
          moves.await();
        });
  }
}

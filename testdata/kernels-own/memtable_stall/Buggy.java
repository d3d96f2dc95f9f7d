// fault: deadlock
package memtable_stall;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A table whose writers wait when too much of it has not been written to disk yet. */
public final class Buggy {

  static final class Stall {
    private final Mutex mu = new Mutex();
    private final Cond room = new Cond(mu);
    private final int limit;
    private int unflushed;

    Stall(int limit) {
      this.limit = limit;
    }

    void enter() {
      mu.lock();
      try {
        while (unflushed >= limit) {
          room.await(); // want deadlock-cond, deadlock-block-under-lock, deadlock-cyclic-wait
        }
        unflushed++;
      } finally {
        mu.unlock();
      }
    }

    void leave(int count) {
      mu.lock();
      unflushed -= count;
      room.broadcast();
      mu.unlock();
    }
  }

  interface Disk {
    void write(List<String> rows);
  }

  static final class Table {
    private final Mutex mu = new Mutex();
    private final Stall stall = new Stall(1);
    private final Queue<String> rows = new ArrayDeque<>();
    private final Disk disk;

    Table(Disk disk) {
      this.disk = disk;
    }

    void put(String row) {
      mu.lock();
      try {
        stall.enter();
        rows.add(row);
      } finally {
        mu.unlock();
      }
    }

    int flush() {
      List<String> batch = takeAll();
      disk.write(batch);
      stall.leave(batch.size());
      return batch.size();
    }

    private List<String> takeAll() {
      mu.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait, deadlock-cond
      try {
        List<String> batch = new ArrayList<>(rows);
        rows.clear();
        return batch;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table(rows -> System.out.println(rows.size()));
          table.put("a");
          WaitGroup tasks = new WaitGroup();
          tasks.go(() -> table.put("b"));
          tasks.go(table::flush);
          tasks.await();
        });
  }
}

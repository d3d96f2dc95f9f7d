// fault: deadlock
package view_reader;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A view reads its table row by row, with the table's read lock held by the iterator. */
public final class Buggy {

  static final class Rows implements Iterator<Integer>, AutoCloseable {
    private final Table table;
    private int next;

    Rows(Table table) {
      this.table = table;
      table.lock.rLock(); // want deadlock-recursive-read-lock
    }

    @Override
    public boolean hasNext() {
      return next < table.size();
    }

    @Override
    public Integer next() {
      return table.rows.get(next++);
    }

    @Override
    public void close() {
      table.lock.rUnlock();
    }
  }

  static final class Table {
    private final RWMutex lock = new RWMutex();
    private final List<Integer> rows = new ArrayList<>(List.of(1, 2));

    int size() {
      lock.rLock(); // want deadlock-recursive-read-lock
      try {
        return rows.size();
      } finally {
        lock.rUnlock();
      }
    }

    void insert(int row) {
      lock.lock(); // want deadlock-recursive-read-lock
      rows.add(row);
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          Chan<Unit> inserted = Chan.make(1);
          Go.go(
              () -> {
                table.insert(3);
                inserted.send(Unit.UNIT);
              });
          int sum = 0;
          try (Rows rows = new Rows(table)) {
            while (rows.hasNext()) {
              sum += rows.next();
            }
          }
          inserted.receive();
          System.out.println(sum);
        });
  }
}

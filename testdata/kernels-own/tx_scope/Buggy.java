// fault: deadlock
package tx_scope;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A transaction holds the table's lock while it is open; a listener of the commit opens another.
 */
public final class Buggy {

  static final class Table {
    final Semaphore writer = new Semaphore(1);
    final List<Runnable> onCommit = new ArrayList<>();
    int rows;
  }

  static final class Tx implements AutoCloseable {
    private final Table table;
    private int inserted;

    private Tx(Table table) {
      this.table = table;
    }

    static Tx begin(Table table) throws InterruptedException {
      table.writer.acquire(); // want deadlock-double-lock, deadlock-self-join, leak-receive
      return new Tx(table);
    }

    Tx insert() {
      inserted++;
      return this;
    }

    void commit() {
      table.rows += inserted;
      inserted = 0;
      table.onCommit.forEach(Runnable::run);
    }

    @Override
    public void close() {
      table.writer.release();
    }
  }

  static void audit(Table table) {
    try (Tx tx = Tx.begin(table)) {
      System.out.println(tx.table.rows);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          boolean[] audited = {false};
          table.onCommit.add(
              () -> {
                if (!audited[0]) {
                  audited[0] = true;
                  audit(table);
                }
              });
          WaitGroup work = new WaitGroup();
          work.go(
              () -> {
                try (Tx tx = Tx.begin(table)) {
                  tx.insert().commit();
                }
              });
          work.await();
        });
  }
}

// fault: deadlock
package group_scope;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A group of two tasks is ended by the first that fails, by way of the group's context; the parser
 * still watches the one that the group's was made from.
 */
public final class Buggy {

  record Row(String table, int key) {}

  interface Store {
    void put(Row row) throws IOException;
  }

  static final class MemoryStore implements Store {
    private final Map<Integer, Row> rows = new HashMap<>();

    @Override
    public void put(Row row) throws IOException {
      if (rows.putIfAbsent(row.key(), row) != null) {
        throw new IOException("duplicate key " + row.key());
      }
    }
  }

  static final class Importer {
    private final Store store;

    Importer(Store store) {
      this.store = store;
    }

    void importAll(Context ctx, List<String> lines) throws Exception {
      CancelContext scope = Context.withCancel(ctx);
      ErrGroup group = new ErrGroup(scope);
      Chan<Row> rows = Chan.make();
      group.go(
          () -> {
            try (rows) {
              for (String line : lines) {
                parse(ctx, line, rows);
              }
            }
          });
      group.go(() -> save(rows));
      group.await(); // want deadlock-waitgroup, deadlock-cyclic-wait
    }

    private void parse(Context ctx, String line, SendChan<Row> rows) {
      for (String key : line.split(",")) {
        select( // want leak-send, leak-ignores-cancel, deadlock-cyclic-wait
            onSend(rows, new Row("t", key.length())), onReceive(ctx.done()));
      }
    }

    private void save(ReceiveChan<Row> rows) throws IOException {
      for (Row row : rows) {
        store.put(row);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (CancelContext ctx = Context.withCancel(Context.background())) {
            new Importer(new MemoryStore()).importAll(ctx, List.of("a,b", "cc,d"));
          } catch (IOException failed) {
            System.out.println(failed.getMessage());
          }
        });
  }
}

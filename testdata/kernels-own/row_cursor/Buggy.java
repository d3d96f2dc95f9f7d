// fault: race
package row_cursor;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table is read by a cursor that is moved from row to row; goroutines that were started for the
 * rows read the cursor after it has been moved on.
 */
public final class Buggy {

  interface Row {
    String key();

    int value();
  }

  static final class Table {
    private final String[] keys;
    private final int[] values;

    Table(String[] keys, int[] values) {
      this.keys = keys;
      this.values = values;
    }

    final class Cursor implements Row {
      private int at = -1;

      boolean next() {
        at++; // want race-captured, race-unguarded
        return at < keys.length;
      }

      @Override
      public String key() {
        return keys[at]; // want race-captured, race-unguarded
      }

      @Override
      public int value() {
        return values[at]; // want race-captured, race-unguarded
      }
    }

    Cursor scan() {
      return new Cursor();
    }
  }

  record Copy(String key, int value) implements Row {
    static Copy of(Row row) {
      return new Copy(row.key(), row.value());
    }
  }

  static final class Indexer {
    private final ConcurrentHashMap<String, Integer> index = new ConcurrentHashMap<>();
    private final WaitGroup tasks = new WaitGroup();

    private void add(Row row) {
      index.put(row.key(), row.value());
    }

    int build(Table table) {
      Table.Cursor row = table.scan();
      while (row.next()) {
        tasks.go(() -> add(row)); // want race-captured, race-unguarded
      }
      tasks.await();
      return index.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table(new String[] {"a", "b", "c"}, new int[] {1, 2, 3});
          System.out.println(new Indexer().build(table) + " keys");
        });
  }
}

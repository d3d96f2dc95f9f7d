// fault: leak
package merge_cursor;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Sorted runs are read ahead by goroutines of their own and merged. Who asks for the first few rows
 * only closes the cursor that limits, which does not close the one below it.
 */
public final class Buggy {

  interface Cursor<T> extends AutoCloseable {
    Optional<T> next();

    @Override
    void close();
  }

  static final class ReadAhead<T> implements Cursor<T> {
    private final Chan<T> rows = Chan.make();
    private final Chan<Unit> quit = Chan.make();

    ReadAhead(Iterator<T> source) {
      Go.go("read ahead", () -> fill(source));
    }

    private void fill(Iterator<T> source) {
      try (rows) {
        boolean open = true;
        while (open && source.hasNext()) {
          open =
              select( // want leak-send
                  onSend(rows, source.next()).as(true), onReceive(quit).as(false));
        }
      }
    }

    @Override
    public Optional<T> next() {
      return Optional.ofNullable(rows.receive());
    }

    @Override
    public void close() {
      quit.close();
      rows.forEach(row -> {});
    }
  }

  static final class Limit<T> implements Cursor<T> {
    private final Cursor<T> below;
    private int left;

    Limit(Cursor<T> below, int left) {
      this.below = below;
      this.left = left;
    }

    @Override
    public Optional<T> next() {
      if (left == 0) {
        return Optional.empty();
      }
      left--;
      return below.next();
    }

    @Override
    public void close() {
      left = 0;
    }
  }

  static final class Query {
    private final List<Integer> table;

    Query(List<Integer> table) {
      this.table = table;
    }

    List<Integer> first(int count) {
      List<Integer> found = new ArrayList<>();
      try (Cursor<Integer> cursor = new Limit<>(new ReadAhead<>(table.iterator()), count)) {
        Optional<Integer> row = cursor.next();
        while (row.isPresent()) {
          found.add(row.get());
          row = cursor.next();
        }
      }
      return found;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Query(List.of(1, 2, 3)).first(1)));
  }
}

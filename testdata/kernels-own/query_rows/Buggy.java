// fault: deadlock
package query_rows;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.Optional;

/**
 * A query sends its rows and at the end its error, if there is one; closing the cursor reads on to
 * the end of the rows, which a query that fails does not come to.
 */
public final class Buggy {

  interface Plan {
    int row(int index) throws IOException;
  }

  static final class Cursor implements AutoCloseable {
    private final Chan<Integer> rows = Chan.make();
    private final Chan<IOException> failure = Chan.make();
    private final WaitGroup running = new WaitGroup();

    Cursor(Plan plan, int count) {
      running.go(() -> execute(plan, count));
    }

    private void execute(Plan plan, int count) {
      try {
        for (int i = 0; i < count; i++) {
          rows.send(plan.row(i));
        }
        rows.close();
      } catch (IOException e) {
        failure.send(e); // want leak-send, deadlock-cyclic-wait
        rows.close();
      }
    }

    Optional<Integer> next() {
      return select(
          onReceive(rows).map(Optional::ofNullable),
          onReceive(failure).map(unused -> Optional.empty()));
    }

    @Override
    public void close() {
      int skipped = 0;
      while (rows.receive() != null) { // want close-missing, leak-receive, deadlock-cyclic-wait
        skipped++;
      }
      System.out.println(skipped + " rows skipped");
      running.await();
    }
  }

  static int third(int index) throws IOException {
    if (index == 2) {
      throw new IOException("bad block");
    }
    return index * 100;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (Cursor cursor = new Cursor(Buggy::third, 4)) {
            System.out.println(cursor.next().orElse(-1));
          }
        });
  }
}

// fault: deadlock
package import_batch;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Optional;

/** Imports rows in parallel; a row that is no number is skipped. */
public final class Buggy {

  static final class Importer {
    private final WaitGroup rows = new WaitGroup();
    private final Mutex lock = new Mutex();
    private int sum;

    void submit(String row) {
      rows.add(1);
      Go.go(() -> load(row));
    }

    private void load(String row) {
      Optional<Integer> value = number(row);
      if (value.isEmpty()) {
        return;
      }
      lock.lock();
      sum += value.get();
      lock.unlock();
      rows.done(); // want deadlock-waitgroup
    }

    private static Optional<Integer> number(String row) {
      return row.startsWith("#") ? Optional.empty() : Optional.of(row.length());
    }

    int total() {
      rows.await(); // want deadlock-waitgroup
      return sum;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Importer importer = new Importer();
          List.of("one", "# two", "three").forEach(importer::submit);
          System.out.println(importer.total());
        });
  }
}

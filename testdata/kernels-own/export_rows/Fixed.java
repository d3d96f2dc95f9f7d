package export_rows;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * The rows' channel is closed with the try block that starts the readers, not when they are done.
 */
public final class Fixed {

  interface Reader {
    List<String> read();
  }

  static final class Export {
    private final Chan<String> rows = Chan.make(4);
    private final WaitGroup readers = new WaitGroup();

    private void copy(Reader reader) {
      for (String row : reader.read()) {
        rows.send(row);
      }
    }

    void start(List<Reader> all) {
      try (rows) {
        for (Reader reader : all) {
          readers.go(() -> copy(reader));
        }
        readers.await();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Export export = new Export();
          export.start(List.of(() -> List.of("a", "b"), () -> List.of("c")));
          int count = 0;
          for (String row : export.rows) {
            count += row.length();
          }
          System.out.println(count);
        });
  }
}

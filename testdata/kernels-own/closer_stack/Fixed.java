package closer_stack;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an application has opened is closed at its end, in the order in which it was opened; the
 * writer, opened last, still has rows for the table that is gone by then.
 */
public final class Fixed {

  interface Closer {
    void close();
  }

  static final class Application {
    private final List<Closer> opened = new ArrayList<>();

    <C extends Closer> C open(C part) {
      opened.add(part);
      return part;
    }

    void shutDown() {
      for (int i = opened.size() - 1; i >= 0; i--) {
        opened.get(i).close();
      }
    }
  }

  static final class Table implements Closer {
    private final Mutex mu = new Mutex();
    private Map<String, String> rows = new HashMap<>();

    void insert(String key, String row) {
      mu.lock();
      try {
        rows.put(key, row);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void close() {
      mu.lock();
      try {
        System.out.println(rows.size() + " rows");
        rows = null;
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Writer implements Closer {
    private final Chan<String> queue = Chan.make(1);
    private final Chan<Unit> finished = Chan.make();
    private final Table table;

    Writer(Table table) {
      this.table = table;
      Go.go(this::run);
    }

    private void run() {
      try (finished) {
        for (String row : queue) {
          table.insert(row.substring(0, 1), row);
        }
      }
    }

    void write(String row) {
      queue.send(row);
    }

    @Override
    public void close() {
      queue.close();
      finished.receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Application application = new Application();
          Table table = application.open(new Table());
          Writer writer = application.open(new Writer(table));
          writer.write("a row");
          application.shutDown();
        });
  }
}

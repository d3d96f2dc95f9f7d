package compaction_gate;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A scan keeps the table readable by a scope and looks rows up by the public method, which reads
 * for itself; a compaction comes between.
 */
public final class Fixed {

  interface Rows {
    Integer get(String key);
  }

  static final class Table implements Rows {
    private final RWMutex gate = new RWMutex();
    private final Map<String, Integer> rows = new HashMap<>(Map.of("a", 1));

    final class Scope implements AutoCloseable {
      Scope() {
        gate.rLock();
      }

      @Override
      public void close() {
        gate.rUnlock();
      }
    }

    @Override
    public Integer get(String key) {
      gate.rLock();
      try {
        return rows.get(key);
      } finally {
        gate.rUnlock();
      }
    }

    private int read(String key) {
      return rows.getOrDefault(key, 0);
    }

    int sum(List<String> keys) {
      int sum = 0;
      try (Scope scope = new Scope()) {
        for (String key : keys) {
          sum += read(key);
        }
      }
      return sum;
    }

    void compact() {
      gate.lock();
      rows.values().removeIf(value -> value == 0);
      gate.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          WaitGroup jobs = new WaitGroup();
          jobs.go(table::compact);
          System.out.println(table.sum(List.of("a")));
          jobs.await();
        });
  }
}

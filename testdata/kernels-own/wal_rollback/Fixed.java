package wal_rollback;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch is applied under the log's lock. When an entry is refused, what was applied is rolled
 * back by a method that takes the lock, which has not been given back on that path.
 */
public final class Fixed {

  record Entry(String key, int delta) {}

  interface StateMachine {
    void apply(Entry entry);

    void undo(Entry entry);
  }

  static final class Balances implements StateMachine {
    private final Map<String, Integer> amounts = new HashMap<>();

    @Override
    public void apply(Entry entry) {
      int after = amounts.getOrDefault(entry.key(), 0) + entry.delta();
      if (after < 0) {
        throw new IllegalStateException("overdrawn: " + entry.key());
      }
      amounts.put(entry.key(), after);
    }

    @Override
    public void undo(Entry entry) {
      amounts.merge(entry.key(), -entry.delta(), Integer::sum);
    }
  }

  static final class Log {
    private final Mutex mu = new Mutex();
    private final StateMachine machine;
    private final Deque<Entry> applied = new ArrayDeque<>();

    Log(StateMachine machine) {
      this.machine = machine;
    }

    boolean commit(List<Entry> batch) {
      try {
        applyAll(batch);
        return true;
      } catch (IllegalStateException refused) {
        System.out.println(refused.getMessage());
        rollBack();
        return false;
      }
    }

    private void applyAll(List<Entry> batch) {
      mu.lock();
      try {
        for (Entry entry : batch) {
          machine.apply(entry);
          applied.push(entry);
        }
        applied.clear();
      } finally {
        mu.unlock();
      }
    }

    private void rollBack() {
      mu.lock();
      while (!applied.isEmpty()) {
        machine.undo(applied.pop());
      }
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Log log = new Log(new Balances());
          WaitGroup clients = new WaitGroup();
          clients.go(() -> System.out.println(log.commit(List.of(new Entry("a", 1)))));
          System.out.println(log.commit(List.of(new Entry("b", 2), new Entry("b", -3))));
          clients.await();
        });
  }
}

package account_copy;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.HashMap;
import java.util.Map;

/**
 * A copy of a ledger for a new name has a lock of its own, but shares the entries with the one it
 * was made from.
 */
public final class Fixed {

  static final class Ledger {
    private final String name;
    private final Mutex mu = new Mutex();
    private final Map<String, Integer> entries;

    Ledger(String name, Map<String, Integer> entries) {
      this.name = name;
      this.entries = entries;
    }

    Ledger named(String other) {
      mu.lock();
      try {
        return new Ledger(other, new HashMap<>(entries));
      } finally {
        mu.unlock();
      }
    }

    void book(String account, int amount) {
      mu.lock();
      try {
        entries.merge(account, amount, Integer::sum);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ledger actual = new Ledger("actual", new HashMap<>());
          actual.book("rent", 3);
          Ledger plan = actual.named("plan");
          ErrGroup group = new ErrGroup();
          group.go(() -> actual.book("rent", 1));
          group.go(() -> plan.book("rent", 2));
          group.await();
          System.out.println(actual + " " + plan);
        });
  }
}

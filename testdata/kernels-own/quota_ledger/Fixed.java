package quota_ledger;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.IntPredicate;

/** A ledger of quota: who needs more than is left waits until enough has been given back. */
public final class Fixed {

  static final class Ledger {
    private final Mutex mu = new Mutex();
    private final Cond returned = new Cond(mu);
    private int left;

    Ledger(int total) {
      left = total;
    }

    Grant reserve(int amount) {
      awaitLeft(available -> available >= amount, amount);
      return new Grant(this, amount);
    }

    private void awaitLeft(IntPredicate enough, int amount) {
      mu.lock();
      try {
        while (!enough.test(left)) {
          returned.await();
        }
        left -= amount;
      } finally {
        mu.unlock();
      }
    }

    void giveBack(int amount) {
      mu.lock();
      try {
        left += amount;
        returned.broadcast();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Grant implements AutoCloseable {
    private final Ledger ledger;
    private int amount;

    Grant(Ledger ledger, int amount) {
      this.ledger = ledger;
      this.amount = amount;
    }

    void shrink(int by) {
      amount -= by;
      ledger.giveBack(by);
    }

    @Override
    public void close() {
      ledger.giveBack(amount);
    }
  }

  static final class Compaction {
    private final Ledger ledger;
    private final Chan<Unit> flushed = Chan.make(1);

    Compaction(Ledger ledger) {
      this.ledger = ledger;
    }

    void flush() {
      try (Grant grant = ledger.reserve(1)) {
        flushed.send(Unit.UNIT);
      }
    }

    void merge() {
      try (Grant grant = ledger.reserve(2)) {
        grant.shrink(1);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ledger ledger = new Ledger(2);
          Compaction compaction = new Compaction(ledger);
          WaitGroup tasks = new WaitGroup();
          try (Grant all = ledger.reserve(2)) {
            tasks.go(compaction::merge);
            tasks.go(compaction::flush);
            all.shrink(1);
            compaction.flushed.receive();
          }
          tasks.await();
        });
  }
}

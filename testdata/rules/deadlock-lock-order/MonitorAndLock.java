package rules.deadlocklockorder;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One lock is a monitor, the other a lock object that two classes share. */
public final class MonitorAndLock {

  static final class Ledger {
    private final Lock audit;
    private int entries;

    Ledger(Lock audit) {
      this.audit = audit;
    }

    synchronized void book() {
      audit.lock(); // want deadlock-lock-order
      try {
        entries++;
      } finally {
        audit.unlock();
      }
    }

    synchronized int entries() {
      return entries;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lock audit = new ReentrantLock();
          Ledger ledger = new Ledger(audit);
          WaitGroup users = new WaitGroup();
          users.go(ledger::book);
          users.go(
              () -> {
                audit.lock();
                try {
                  ledger.entries();
                } finally {
                  audit.unlock();
                }
              });
          users.await();
        });
  }
}

package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** The balance is guarded everywhere but in the report. */
public final class OneUnguardedRead {

  private final Mutex mutex = new Mutex();
  private int balance;

  public static void main(String[] args) {
    Go.run(
        () -> {
          OneUnguardedRead account = new OneUnguardedRead();
          WaitGroup running = new WaitGroup();
          running.go(() -> account.deposit(5));
          running.go(() -> account.deposit(7));
          running.go(account::report);
          running.await();
        });
  }

  private void deposit(int amount) {
    mutex.lock();
    try {
      balance += amount;
    } finally {
      mutex.unlock();
    }
  }

  private void report() {
    System.out.println(balance); // want race-inconsistent-guard
  }
}

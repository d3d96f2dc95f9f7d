import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Transfers both ways between two accounts, each locking the one it takes from first. */
public final class CrossedLocks {

  private CrossedLocks() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Account savings = new Account(1, 100);
          Account current = new Account(2, 100);
          WaitGroup transfers = new WaitGroup();
          transfers.go(() -> transfer(savings, current, 30));
          transfers.go(() -> transfer(current, savings, 50));
          transfers.await();
          System.out.println(savings.balance + " " + current.balance);
        });
  }

  private static void transfer(Account from, Account to, int amount) {
    from.mutex.lock();
    try {
      to.mutex.lock(); // want deadlock-lock-order confirmed
      try {
        from.balance -= amount;
        to.balance += amount;
      } finally {
        to.mutex.unlock();
      }
    } finally {
      from.mutex.unlock();
    }
  }

  private static final class Account {
    final Mutex mutex = new Mutex();
    final int number;
    int balance;

    Account(int number, int balance) {
      this.number = number;
      this.balance = balance;
    }
  }
}

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Transfers both ways between two accounts that are always locked in one order. */
public final class OrderedLocks {

  private OrderedLocks() {}

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
    Account first = from.number < to.number ? from : to;
    Account second = first == from ? to : from;
    first.mutex.lock();
    try {
      second.mutex.lock();
      try {
        from.balance -= amount;
        to.balance += amount;
      } finally {
        second.mutex.unlock();
      }
    } finally {
      first.mutex.unlock();
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

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Two locks at a time, always in the order of the accounts' numbers. */
public final class OrderedTransfers {

  /** An account. */
  static final class Account {
    private final int number;
    private final Mutex mutex = new Mutex();
    private int balance;

    Account(int number, int balance) {
      this.number = number;
      this.balance = balance;
    }
  }

  /** Both locks, released together. */
  private record Both(Account first, Account second) implements AutoCloseable {
    static Both of(Account a, Account b) {
      Account first = a.number < b.number ? a : b;
      Account second = first == a ? b : a;
      first.mutex.lock();
      second.mutex.lock();
      return new Both(first, second);
    }

    @Override
    public void close() {
      second.mutex.unlock();
      first.mutex.unlock();
    }
  }

  static boolean transfer(Account from, Account to, int amount) {
    try (Both both = Both.of(from, to)) {
      if (from.balance < amount) {
        return false;
      }
      from.balance -= amount;
      to.balance += amount;
      return true;
    }
  }

  static int sum(Account a, Account b) {
    try (Both both = Both.of(a, b)) {
      return both.first().balance + both.second().balance;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Account savings = new Account(1, 50);
          Account giro = new Account(2, 50);
          WaitGroup transfers = new WaitGroup();
          transfers.go(() -> transfer(savings, giro, 10));
          transfers.go(() -> transfer(giro, savings, 20));
          int during = sum(giro, savings);
          transfers.await();
          System.out.println(during + sum(savings, giro));
        });
  }
}

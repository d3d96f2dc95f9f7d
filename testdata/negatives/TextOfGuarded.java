import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** The text of a guarded object takes its lock; who holds it asks for the parts instead. */
public final class TextOfGuarded {

  static final class Account {
    private final Mutex mu = new Mutex();
    private final String owner;
    private int balance;

    Account(String owner) {
      this.owner = owner;
    }

    String deposit(int amount) {
      mu.lock();
      try {
        balance += amount;
        return owner + "=" + balance;
      } finally {
        mu.unlock();
      }
    }

    @Override
    public String toString() {
      mu.lock();
      try {
        return owner + "=" + balance;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Account account = new Account("ada");
          WaitGroup deposits = new WaitGroup();
          deposits.go(() -> account.deposit(1));
          deposits.go(() -> System.out.println("now " + account));
          deposits.await();
          System.out.println(String.valueOf(account) + String.format("%s", account));
        });
  }
}

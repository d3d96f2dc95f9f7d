import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.Supplier;

/** Lock and unlock in a helper that runs what it is given in between. */
public final class LockHelper {

  private final Mutex mutex = new Mutex();
  private int balance;

  public static void main(String[] args) {
    Go.run(
        () -> {
          LockHelper account = new LockHelper();
          WaitGroup deposits = new WaitGroup();
          deposits.go(() -> account.deposit(1));
          deposits.go(() -> account.deposit(2));
          deposits.await();
          System.out.println(account.locked(() -> account.balance));
        });
  }

  private void deposit(int amount) {
    locked(() -> balance += amount);
  }

  private <R> R locked(Supplier<R> body) {
    mutex.lock();
    try {
      return body.get();
    } finally {
      mutex.unlock();
    }
  }
}

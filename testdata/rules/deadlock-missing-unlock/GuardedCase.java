package rules.deadlockmissingunlock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ThreadLocalRandom;

/** A deposit that the guard does not let in leaves the lock held. */
public final class GuardedCase {

  sealed interface Request {}

  record Deposit(int amount) implements Request {

    boolean isSmall() {
      return amount == 0;
    }
  }

  record Audit() implements Request {}

  private final Mutex mutex = new Mutex();
  private int balance;

  public static void main(String[] args) {
    Go.run(
        () -> {
          GuardedCase account = new GuardedCase();
          WaitGroup group = new WaitGroup();
          int amount = ThreadLocalRandom.current().nextInt(2);
          group.go(() -> account.serve(new Deposit(amount)));
          group.go(() -> account.serve(new Audit()));
          group.await();
        });
  }

  private void serve(Request request) {
    mutex.lock(); // want deadlock-missing-unlock
    switch (request) {
      case Deposit deposit when deposit.isSmall() -> {
        balance++;
        mutex.unlock();
      }
      case Deposit deposit -> balance += deposit.amount();
      case Audit _ -> mutex.unlock();
    }
  }
}

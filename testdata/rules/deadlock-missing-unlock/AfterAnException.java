package rules.deadlockmissingunlock;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** An exception leaves the lock held, by one who then waits for somebody who needs it. */
public final class AfterAnException {

  private final Mutex lock = new Mutex();
  private final Chan<Integer> booked = Chan.make();
  private int balance;

  public static void main(String[] args) {
    Go.run(
        () -> {
          AfterAnException account = new AfterAnException();
          try {
            account.withdraw(5);
          } catch (IllegalArgumentException e) {
            Go.go(() -> account.deposit(5));
            account.booked.receive();
          }
        });
  }

  private void withdraw(int amount) {
    lock.lock(); // want deadlock-missing-unlock "at line 37"
    if (balance < amount) {
      throw new IllegalArgumentException("overdrawn");
    }
    balance -= amount;
    lock.unlock();
  }

  private void deposit(int amount) {
    lock.lock();
    balance += amount;
    lock.unlock();
    booked.send(balance);
  }
}

package rules.deadlocklockorder;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** What is computed once the locks are free goes round a loop, nobody knows how often. */
public final class ComputesAfterwards {

  static final class Account {
    final Mutex mutex = new Mutex();
    int amount = 100;
  }

  static void transfer(Account from, Account to, int amount) {
    from.mutex.lock();
    to.mutex.lock(); // want deadlock-lock-order
    from.amount -= amount;
    to.amount += amount;
    to.mutex.unlock();
    from.mutex.unlock();
  }

  static int weight(String text) {
    int weight = 0;
    for (char each : text.toCharArray()) {
      if (each == '-') {
        weight--;
      } else if (each > 'm') {
        weight += 2;
      } else {
        weight++;
      }
    }
    return weight;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Account near = new Account();
          Account far = new Account();
          WaitGroup transfers = new WaitGroup();
          transfers.go(() -> transfer(near, far, 7));
          transfers.go(() -> transfer(far, near, 11));
          transfers.await();
          System.out.println(near.amount + far.amount + weight(System.getProperty("user.name")));
        });
  }
}

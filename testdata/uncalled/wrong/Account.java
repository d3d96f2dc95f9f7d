package uncalled;

import dev.chanlint.runtime.Mutex;

/** A method calls another under a lock that both take. */
public class Account {

  private final Mutex lock = new Mutex();
  private long balance;

  public long balance() {
    lock.lock(); // want deadlock-double-lock "'lock'" confirmed
    try {
      return balance;
    } finally {
      lock.unlock();
    }
  }

  public void deposit(long amount) {
    lock.lock();
    try {
      balance = balance() + amount;
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #deposit}, without asking again. */
  public void add(long amount) {
    lock.lock();
    try {
      balance += amount;
    } finally {
      lock.unlock();
    }
  }
}

package bank;

/** Money that can be moved to another account. */
public final class Account {

  private final int number;
  private int balance;

  public Account(int number, int balance) {
    this.number = number;
    this.balance = balance;
  }

  /** Locks the accounts in the order of the call, so that two calls may wait for each other. */
  public void transfer(Account to, int amount) {
    synchronized (this) {
      synchronized (to) {
        move(to, amount);
      }
    }
  }

  /** Locks the accounts in the order of their numbers. */
  public void transferInOrder(Account to, int amount) {
    Account first = number < to.number ? this : to;
    Account second = first == this ? to : this;
    synchronized (first) {
      synchronized (second) {
        move(to, amount);
      }
    }
  }

  private void move(Account to, int amount) {
    balance -= amount;
    to.balance += amount;
  }

  public synchronized int balance() {
    return balance;
  }
}

package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.LEAK;
import static dev.chanlint.explorer.Fault.PANIC;

/** {@code synchronized}, {@code wait}, {@code notify}. */
final class MonitorPrograms {

  private static int shared;

  private MonitorPrograms() {}

  private static final class Account {
    private int balance;

    synchronized void add(int amount) {
      if (amount < 0) {
        throw new IllegalArgumentException("negative");
      }
      balance += amount;
    }

    int balance() {
      synchronized (this) {
        return balance;
      }
    }

    static synchronized void count() {
      shared++;
    }

    synchronized long twice(long value) {
      return value > 100 ? value : value * 2 + balance();
    }
  }

  private static Thread start(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    return thread;
  }

  @Expect(outputs = "3")
  static void synchronizedMethod() throws Exception {
    Account account = new Account();
    Thread thread = start(() -> account.add(1));
    account.add(2);
    thread.join();
    System.out.print(account.balance());
  }

  @Expect(outputs = "2")
  static void staticSynchronizedMethod() throws Exception {
    Thread thread = start(Account::count);
    Account.count();
    thread.join();
    synchronized (Account.class) {
      System.out.print(shared);
    }
  }

  @Expect(outputs = "5")
  static void exceptionLeavesTheMonitor() throws Exception {
    Account account = new Account();
    try {
      account.add(-1);
    } catch (IllegalArgumentException e) {
      Thread thread = start(() -> account.add(5));
      thread.join();
    }
    System.out.print(account.balance());
  }

  @Expect(outputs = "8")
  static void reentrant() {
    System.out.print(new Account().twice(4));
  }

  @Expect(outputs = {"AaBb", "BbAa"})
  static void blocksExclude() throws Exception {
    Object lock = new Object();
    Thread thread = start(() -> printBoth(lock, "A", "a"));
    printBoth(lock, "B", "b");
    thread.join();
  }

  private static void printBoth(Object lock, String first, String second) {
    synchronized (lock) {
      System.out.print(first);
      System.out.print(second);
    }
  }

  @Expect(faults = DEADLOCK)
  static void lockOrder() throws Exception {
    Object x = new Object();
    Object y = new Object();
    Thread thread = start(() -> nested(x, y));
    nested(y, x);
    thread.join();
  }

  private static void nested(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        shared = 1;
      }
    }
  }

  @Expect(outputs = "ready")
  static void waitInLoop() throws Exception {
    Object lock = new Object();
    boolean[] ready = new boolean[1];
    Thread thread =
        start(
            () -> {
              synchronized (lock) {
                ready[0] = true;
                lock.notify();
              }
            });
    synchronized (lock) {
      while (!ready[0]) {
        lock.wait();
      }
      System.out.print("ready");
    }
    thread.join();
  }

  @Expect(
      outputs = {"", "woken"},
      faults = DEADLOCK)
  static void lostWakeUp() throws Exception {
    Object lock = new Object();
    Thread thread =
        start(
            () -> {
              synchronized (lock) {
                lock.notify();
              }
            });
    synchronized (lock) {
      lock.wait();
    }
    System.out.print("woken");
    thread.join();
  }

  @Expect(
      outputs = {"", "a", "b"},
      faults = LEAK)
  static void notifyWakesEither() {
    Object lock = new Object();
    int[] waiting = new int[1];
    start(() -> waitThenPrint(lock, waiting, "a"));
    start(() -> waitThenPrint(lock, waiting, "b"));
    afterBothWait(lock, waiting, lock::notify);
  }

  private static void afterBothWait(Object lock, int[] waiting, Runnable action) {
    while (true) {
      synchronized (lock) {
        if (waiting[0] == 2) {
          action.run();
          return;
        }
      }
      Thread.yield();
    }
  }

  @Expect(outputs = {"ab", "ba"})
  static void notifyAllWakesBoth() throws Exception {
    Object lock = new Object();
    int[] waiting = new int[1];
    Thread a = start(() -> waitThenPrint(lock, waiting, "a"));
    Thread b = start(() -> waitThenPrint(lock, waiting, "b"));
    afterBothWait(lock, waiting, lock::notifyAll);
    a.join();
    b.join();
  }

  private static void waitThenPrint(Object lock, int[] waiting, String text) {
    synchronized (lock) {
      waiting[0]++;
      try {
        lock.wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      System.out.print(text);
    }
  }

  @Expect(outputs = {"notified", "time up"})
  static void timedWait() throws Exception {
    Object lock = new Object();
    boolean[] done = new boolean[1];
    Thread thread =
        start(
            () -> {
              synchronized (lock) {
                done[0] = true;
                lock.notifyAll();
              }
            });
    synchronized (lock) {
      if (!done[0]) {
        lock.wait(100);
      }
      System.out.print(done[0] ? "notified" : "time up");
    }
    thread.join();
  }

  @Expect(faults = PANIC)
  static void notifyWithoutTheMonitor() {
    new Object().notify();
  }
}

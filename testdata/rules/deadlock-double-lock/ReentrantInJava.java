package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import java.util.concurrent.locks.ReentrantLock;

/** The same with locks that may be taken again by their owner. */
public final class ReentrantInJava {

  private final ReentrantLock lock = new ReentrantLock();
  private int size;

  public static void main(String[] args) {
    Go.run(() -> new ReentrantInJava().add());
  }

  private synchronized void add() {
    lock.lock();
    try {
      size++;
      System.out.println(size());
    } finally {
      lock.unlock();
    }
  }

  private synchronized int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }
}

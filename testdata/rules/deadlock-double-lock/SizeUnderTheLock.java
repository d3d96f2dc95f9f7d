package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** A method that locks calls another that locks. */
public final class SizeUnderTheLock {

  private final Mutex mutex = new Mutex();
  private int size;

  public static void main(String[] args) {
    Go.run(() -> new SizeUnderTheLock().add());
  }

  private void add() {
    mutex.lock();
    try {
      size++;
      System.out.println(size());
    } finally {
      mutex.unlock();
    }
  }

  private int size() {
    mutex.lock(); // want deadlock-double-lock
    try {
      return size;
    } finally {
      mutex.unlock();
    }
  }
}

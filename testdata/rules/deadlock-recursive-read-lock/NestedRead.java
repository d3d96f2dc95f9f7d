package rules.deadlockrecursivereadlock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;

/** A reader reads again while a writer may have queued in between. */
public final class NestedRead {

  private final RWMutex lock = new RWMutex();
  private int value;

  public static void main(String[] args) {
    Go.run(
        () -> {
          NestedRead cell = new NestedRead();
          WaitGroup running = new WaitGroup();
          running.go(() -> cell.set(1));
          running.go(cell::twice);
          running.await();
        });
  }

  private void set(int to) {
    lock.lock();
    value = to;
    lock.unlock();
  }

  private int twice() {
    lock.rLock();
    try {
      return value + get();
    } finally {
      lock.rUnlock();
    }
  }

  private int get() {
    lock.rLock(); // want deadlock-recursive-read-lock
    try {
      return value;
    } finally {
      lock.rUnlock();
    }
  }
}

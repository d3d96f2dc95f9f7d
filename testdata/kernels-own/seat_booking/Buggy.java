// fault: panic
package seat_booking;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Books a seat unless the hall is busy. */
public final class Buggy {

  static final class Hall {
    private final Mutex lock = new Mutex();
    private int free = 2;

    boolean book() {
      boolean locked = lock.tryLock();
      try {
        if (!locked) {
          return false;
        }
        free--;
        return true;
      } finally {
        lock.unlock(); // want misuse-unlock-not-held
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Hall hall = new Hall();
          WaitGroup visitors = new WaitGroup();
          visitors.go(hall::book);
          visitors.go(hall::book);
          visitors.await();
        });
  }
}

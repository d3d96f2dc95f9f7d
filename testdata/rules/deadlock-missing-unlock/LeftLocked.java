package rules.deadlockmissingunlock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** One way out of the method leaves the lock held. */
public final class LeftLocked {

  private final Mutex mutex = new Mutex();
  private boolean open = false;

  public static void main(String[] args) {
    Go.run(
        () -> {
          LeftLocked door = new LeftLocked();
          door.enter();
          door.enter();
        });
  }

  private boolean enter() {
    mutex.lock(); // want deadlock-missing-unlock
    if (!open) {
      return false;
    }
    mutex.unlock();
    return true;
  }
}

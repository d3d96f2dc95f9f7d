package rules.deadlockdoublelock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/**
 * Two keys are locked in order by a method that comes back with the lock; they may share it. Both
 * are unlocked in the end, so that none is forgotten.
 */
public final class OneLockForTwoKeys {

  private final Mutex[] stripes = {new Mutex(), new Mutex()};
  private int moved;

  private int stripeOf(String key) {
    return key.length() % stripes.length;
  }

  private void lock(int stripe) {
    stripes[stripe].lock(); // want deadlock-double-lock confirmed
  }

  private void unlock(int stripe) {
    stripes[stripe].unlock();
  }

  private void move(String from, String to) {
    int low = Math.min(stripeOf(from), stripeOf(to));
    int high = Math.max(stripeOf(from), stripeOf(to));
    lock(low);
    lock(high);
    moved++;
    unlock(high);
    unlock(low);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          OneLockForTwoKeys keys = new OneLockForTwoKeys();
          keys.move("a", "bb");
          keys.move("a", "ccc");
        });
  }
}

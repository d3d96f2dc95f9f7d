package rules.misuseunlocknotheld;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** The lock is given back by a path that did not take it. */
public final class UnlockedOnEveryPath {

  private final Mutex mutex = new Mutex();

  public static void main(String[] args) {
    Go.run(() -> new UnlockedOnEveryPath().refresh(false));
  }

  private void refresh(boolean exclusive) {
    if (exclusive) {
      mutex.lock();
    }
    System.out.println("refreshed");
    mutex.unlock(); // want misuse-unlock-not-held
  }
}

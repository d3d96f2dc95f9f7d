package rules.deadlockcond;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** The flag is set and signalled, but the waiter looks at another flag. */
public final class LostWakeUp {

  private final Mutex mutex = new Mutex();
  private final Cond changed = new Cond(mutex);
  private boolean loaded;
  private boolean failed;

  public static void main(String[] args) {
    Go.run(
        () -> {
          LostWakeUp page = new LostWakeUp();
          Go.go(page::fail);
          page.awaitLoaded();
        });
  }

  private void fail() {
    mutex.lock();
    failed = true;
    changed.broadcast();
    mutex.unlock();
  }

  private void awaitLoaded() {
    mutex.lock();
    while (!loaded) {
      changed.await(); // want deadlock-cond
    }
    mutex.unlock();
  }
}

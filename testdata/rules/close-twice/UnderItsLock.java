package rules.closetwice;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;

/** The second close is under a lock, which is given back on the way out: it is not what panics. */
public final class UnderItsLock {

  private final Mutex mu = new Mutex();
  private final Chan<Unit> failed = Chan.make();

  private void fail() {
    mu.lock();
    try {
      failed.close(); // want close-twice "close of the unbuffered channel 'failed'" confirmed
    } finally {
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          UnderItsLock link = new UnderItsLock();
          for (int attempt = 0; attempt < 2; attempt++) {
            link.fail();
          }
        });
  }
}

package rules.misuseunlocknotheld;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;

/** Takes a snapshot unless one is being taken; gives the lock back in either case. */
public final class TryLockThenFinally {

  private final Mutex busy = new Mutex();
  private int snapshots;

  public static void main(String[] args) {
    Go.run(
        () -> {
          TryLockThenFinally store = new TryLockThenFinally();
          Chan<Unit> taken = Chan.make();
          for (int i = 0; i < 2; i++) {
            Go.go(
                () -> {
                  store.snapshot();
                  taken.send(Unit.UNIT);
                });
          }
          taken.receive();
          taken.receive();
        });
  }

  private void snapshot() {
    boolean mine = busy.tryLock();
    try {
      if (mine) {
        snapshots++;
      }
    } finally {
      busy.unlock(); // want misuse-unlock-not-held confirmed
    }
  }
}

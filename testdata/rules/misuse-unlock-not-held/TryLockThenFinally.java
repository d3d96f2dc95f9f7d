package rules.misuseunlocknotheld;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Takes a snapshot unless one is being taken; gives the lock back in either case. */
public final class TryLockThenFinally {

  private final Mutex busy = new Mutex();
  private int snapshots;

  public static void main(String[] args) {
    Go.run(
        () -> {
          TryLockThenFinally store = new TryLockThenFinally();
          WaitGroup both = new WaitGroup();
          both.go(store::snapshot);
          both.go(store::snapshot);
          both.await();
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

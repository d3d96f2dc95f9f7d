// fault: deadlock
package ledger_hook;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Volumes tell the quota ledger of what they use, and the ledger asks its volumes when it is
 * audited.
 */
public final class Buggy {

  interface UsageHook {
    void used(String owner, long bytes);
  }

  static final class Ledger implements UsageHook {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> totals = new HashMap<>();
    private final List<Volume> volumes = new CopyOnWriteArrayList<>();

    void attach(Volume volume) {
      volumes.add(volume);
    }

    @Override
    public void used(String owner, long bytes) {
      lock.lock(); // want deadlock-lock-order, deadlock-cyclic-wait
      try {
        totals.merge(owner, bytes, Long::sum);
      } finally {
        lock.unlock();
      }
    }

    long audit() {
      lock.lock();
      try {
        long drift = volumes.stream().mapToLong(Volume::size).sum(); // want deadlock-lock-order
        for (long total : totals.values()) {
          drift -= total;
        }
        return drift;
      } finally {
        lock.unlock();
      }
    }
  }

  static final class Volume {
    private final String owner;
    private final UsageHook hook;
    private long size;

    Volume(String owner, UsageHook hook) {
      this.owner = owner;
      this.hook = hook;
    }

    synchronized void write(byte[] data) {
      size += data.length;
      hook.used(owner, data.length); // want deadlock-lock-order
    }

    synchronized long size() { // want deadlock-lock-order, deadlock-cyclic-wait
      return size;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ledger ledger = new Ledger();
          Volume volume = new Volume("ann", ledger);
          ledger.attach(volume);
          WaitGroup work = new WaitGroup();
          work.go(() -> volume.write(new byte[] {1, 2}));
          work.go(() -> System.out.println("drift " + ledger.audit()));
          work.await();
        });
  }
}

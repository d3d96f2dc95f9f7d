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
public final class Fixed {

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
      lock.lock();
      try {
        totals.merge(owner, bytes, Long::sum);
      } finally {
        lock.unlock();
      }
    }

    long audit() {
      long drift = 0;
      for (Volume volume : volumes) {
        drift += volume.size();
      }
      lock.lock();
      try {
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
      hook.used(owner, data.length);
    }

    synchronized long size() {
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

// fault: deadlock
package moby_4951;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Deletes devices; while one is being removed, the set is open to others. */
public final class Buggy {

  static final class Device {
    final Mutex lock = new Mutex();
    final String hash;
    boolean active = true;

    Device(String hash) {
      this.hash = hash;
    }
  }

  static final class DeviceSet {
    private final Mutex mu = new Mutex();
    private final Map<String, Device> devices = new HashMap<>();

    void register(String hash) {
      devices.put(hash, new Device(hash));
    }

    private Device lookup(String hash) {
      return devices.get(hash);
    }

    boolean deleteDevice(String hash) {
      mu.lock(); // want deadlock-lock-order
      try {
        Device device = lookup(hash);
        if (device == null) {
          return false;
        }
        device.lock.lock(); // want deadlock-lock-order
        try {
          return remove(device);
        } finally {
          device.lock.unlock();
        }
      } finally {
        mu.unlock();
      }
    }

    private boolean remove(Device device) {
      if (!device.active) {
        return false;
      }
      removeAndWait(device);
      return devices.remove(device.hash) != null;
    }

    private void removeAndWait(Device device) {
      device.active = false;
      mu.unlock();
      Go.sleep(Duration.ofNanos(300));
      mu.lock(); // want deadlock-lock-order
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          DeviceSet set = new DeviceSet();
          set.register("dm-1");
          AtomicInteger deleted = new AtomicInteger();
          WaitGroup deleters = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            deleters.go(
                () -> {
                  if (set.deleteDevice("dm-1")) {
                    deleted.incrementAndGet();
                  }
                });
          }
          deleters.await();
        });
  }
}

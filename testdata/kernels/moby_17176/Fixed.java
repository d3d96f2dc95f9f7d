package moby_17176;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes deleted devices in the background of a storage driver. */
public final class Fixed {

  static final class DeviceSet {
    private final Mutex mu = new Mutex();
    private final Map<String, Boolean> deleted = new HashMap<>();
    private int nrDeletedDevices;

    List<String> cleanupDeletedDevices() {
      mu.lock();
      if (nrDeletedDevices == 0) {
        mu.unlock();
        return List.of();
      }
      List<String> removed = new ArrayList<>(deleted.keySet());
      deleted.clear();
      nrDeletedDevices = 0;
      mu.unlock();
      return removed;
    }

    int pending() {
      mu.lock();
      try {
        return deleted.size();
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          DeviceSet devices = new DeviceSet();
          devices.cleanupDeletedDevices();

          Chan<Integer> doneChan = Chan.make(1);
          WaitGroup watchers = new WaitGroup();
          watchers.go(
              () -> {
                int pending = devices.pending();
                doneChan.send(pending);
              });
          select(
              onTimeout(
                  Duration.ofMillis(1),
                  () -> System.out.println("devices are still being removed")),
              onReceive(doneChan, pending -> System.out.println(pending + " devices left")));
          watchers.await();
        });
  }
}

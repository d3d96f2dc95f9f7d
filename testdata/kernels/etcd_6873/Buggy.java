// fault: leak
package etcd_6873;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import java.util.HashMap;
import java.util.Map;

/** Joins watches with the same range into one broadcast. */
public final class Buggy {

  record WatchBroadcast(String key) {}

  static final class WatchBroadcasts {
    private final Mutex mu = new Mutex();
    private final Map<String, WatchBroadcast> broadcasts = new HashMap<>();
    private final Chan<WatchBroadcast> updatec = Chan.make(1);
    private final Chan<Unit> donec = Chan.make();

    WatchBroadcasts() {
      Go.go(this::coalesceUpdates);
    }

    private void coalesceUpdates() {
      try (donec) {
        for (WatchBroadcast update : updatec) {
          coalesce(update);
        }
      }
    }

    private void coalesce(WatchBroadcast broadcast) {
      mu.lock(); // want deadlock-block-under-lock
      broadcasts.putIfAbsent(broadcast.key(), broadcast);
      mu.unlock();
    }

    boolean update(WatchBroadcast broadcast) {
      return select(onSend(updatec, broadcast).as(true), onDefault().as(false));
    }

    void stop() {
      mu.lock();
      try {
        broadcasts.clear();
        updatec.close();
        donec.receive(); // want deadlock-block-under-lock
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WatchBroadcasts broadcasts = new WatchBroadcasts();
          broadcasts.update(new WatchBroadcast("foo"));
          Go.go(broadcasts::stop);
        });
  }
}

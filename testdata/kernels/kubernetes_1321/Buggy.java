// fault: leak, race
package kubernetes_1321;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distributes events to watchers that come and go. */
public final class Buggy {
  static final int EVENTS = 1;

  record Event(int number) {}

  static final class Watcher {
    private final Chan<Event> result = Chan.make();
    private final int id;
    private final Mux mux;

    Watcher(int id, Mux mux) {
      this.id = id;
      this.mux = mux;
    }

    void stop() {
      mux.stopWatching(id);
    }
  }

  static final class Mux {
    private final Mutex registration;
    private final Mutex lock = new Mutex();
    private final Map<Integer, Watcher> watchers = new HashMap<>();

    Mux(Mutex registration) {
      this.registration = registration;
      Go.go(this::loop);
    }

    Watcher watch(int id) {
      Watcher watcher = new Watcher(id, this);
      registration.lock();
      watchers.put(id, watcher); // want race-unguarded
      registration.unlock();
      return watcher;
    }

    void stopWatching(int id) {
      lock.lock(); // want deadlock-block-under-lock
      try {
        Watcher watcher = watchers.remove(id); // want race-unguarded
        if (watcher != null) {
          watcher.result.close();
        }
      } finally {
        lock.unlock();
      }
    }

    private void loop() {
      for (int event = 0; event < EVENTS; event++) {
        distribute(new Event(event));
      }
    }

    private void distribute(Event event) {
      List<Watcher> receivers = new ArrayList<>(watchers.size()); // want race-unguarded
      lock.lock();
      registration.lock();
      try {
        receivers.addAll(watchers.values());
        for (Watcher watcher : receivers) {
          watcher.result.send(event); // want deadlock-block-under-lock, leak-ignores-cancel
        }
      } finally {
        registration.unlock();
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mutex registration = new Mutex();
          Mux mux = new Mux(registration);
          Go.go(
              () -> {
                Watcher watcher = mux.watch(1);
                watcher.stop();
              });
        });
  }
}

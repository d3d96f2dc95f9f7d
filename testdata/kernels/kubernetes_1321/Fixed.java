package kubernetes_1321;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distributes events to watchers that come and go. */
public final class Fixed {
  static final int EVENTS = 1;

  record Event(int number) {}

  static final class Watcher {
    private final Chan<Event> result = Chan.make();
    private final Chan<Unit> done = Chan.make();
    private final int id;
    private final Mux mux;

    Watcher(int id, Mux mux) {
      this.id = id;
      this.mux = mux;
    }

    void stop() {
      done.close();
      mux.stopWatching(id);
    }
  }

  static final class Mux {
    private final Mutex registration;
    private final Mutex lock = new Mutex();
    private final Map<Integer, Watcher> watchers = new HashMap<>();
    private final WaitGroup distributing = new WaitGroup();

    Mux(Mutex registration) {
      this.registration = registration;
      distributing.go(this::loop);
    }

    Watcher watch(int id) {
      Watcher watcher = new Watcher(id, this);
      registration.lock();
      watchers.put(id, watcher);
      registration.unlock();
      return watcher;
    }

    void stopWatching(int id) {
      lock.lock();
      registration.lock();
      try {
        Watcher watcher = watchers.remove(id);
        if (watcher != null) {
          watcher.result.close();
        }
      } finally {
        registration.unlock();
        lock.unlock();
      }
    }

    private void loop() {
      for (int event = 0; event < EVENTS; event++) {
        distribute(new Event(event));
      }
    }

    private void distribute(Event event) {
      lock.lock();
      registration.lock();
      try {
        List<Watcher> receivers = new ArrayList<>(watchers.size());
        receivers.addAll(watchers.values());
        for (Watcher watcher : receivers) {
          select(onSend(watcher.result, event), onReceive(watcher.done));
        }
      } finally {
        registration.unlock();
        lock.unlock();
      }
    }

    void awaitDistributed() {
      distributing.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mutex registration = new Mutex();
          Mux mux = new Mux(registration);
          WaitGroup watching = new WaitGroup();
          watching.go(
              () -> {
                Watcher watcher = mux.watch(1);
                watcher.stop();
              });
          watching.await();
          mux.awaitDistributed();
        });
  }
}

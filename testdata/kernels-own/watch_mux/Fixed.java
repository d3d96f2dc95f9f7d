package watch_mux;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Spreads the events of one watch over many watchers; one that is cancelled is removed. */
public final class Fixed {

  record Event(long revision, String key) {}

  static final class Watcher {
    private final Chan<Event> out = Chan.make();
    private final String prefix;
    private final CancelContext ctx;

    Watcher(String prefix, Context parent) {
      this.prefix = prefix;
      this.ctx = Context.withCancel(parent);
    }

    boolean wants(Event event) {
      return event.key().startsWith(prefix);
    }

    Optional<Event> next() {
      return Optional.ofNullable(out.receive());
    }
  }

  static final class Mux {
    private final Map<Integer, Watcher> watchers = new LinkedHashMap<>();
    private final Mutex mu = new Mutex();

    void join(int id, Watcher watcher) {
      mu.lock();
      watchers.put(id, watcher);
      mu.unlock();
    }

    void leave(int id) {
      mu.lock();
      try {
        Watcher watcher = watchers.get(id);
        watcher.ctx.cancel();
        watchers.remove(id);
      } finally {
        mu.unlock();
      }
    }

    void broadcast(Event event) {
      mu.lock();
      List<Watcher> copy = List.copyOf(watchers.values());
      mu.unlock();
      for (Watcher watcher : copy) {
        if (watcher.wants(event)) {
          select(onSend(watcher.out, event), onReceive(watcher.ctx.done()));
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mux mux = new Mux();
          Watcher config = new Watcher("/config", Context.background());
          mux.join(1, config);
          mux.join(2, new Watcher("/jobs", config.ctx));
          WaitGroup tasks = new WaitGroup();
          tasks.go(
              () -> {
                mux.broadcast(new Event(7, "/config/a"));
                mux.broadcast(new Event(8, "/config/b"));
              });
          System.out.println(config.next().isPresent());
          mux.leave(1);
          tasks.await();
        });
  }
}

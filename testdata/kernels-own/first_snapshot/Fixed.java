package first_snapshot;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A subscriber first gets what there is. The store sends it under its lock, into a channel that the
 * subscriber has not been given yet.
 */
public final class Fixed {

  record Change(String key, String value) {}

  interface Store {
    ReceiveChan<Change> watch();

    void put(String key, String value);
  }

  static final class WatchedStore implements Store {
    private final Mutex mu = new Mutex();
    private final Map<String, String> entries = new TreeMap<>();
    private final List<Chan<Change>> watchers = new ArrayList<>();

    private <R> R guarded(Supplier<R> body) {
      mu.lock();
      try {
        return body.get();
      } finally {
        mu.unlock();
      }
    }

    @Override
    public ReceiveChan<Change> watch() {
      return guarded(this::addWatcher);
    }

    private Chan<Change> addWatcher() {
      Chan<Change> watcher = Chan.make(entries.size() + 1);
      replay(watcher);
      watchers.add(watcher);
      return watcher;
    }

    private void replay(SendChan<Change> watcher) {
      entries.forEach((key, value) -> watcher.send(new Change(key, value)));
    }

    @Override
    public void put(String key, String value) {
      guarded(
          () -> {
            entries.put(key, value);
            for (Chan<Change> watcher : watchers) {
              watcher.trySend(new Change(key, value));
            }
            return entries.size();
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new WatchedStore();
          store.put("a", "1");
          WaitGroup writers = new WaitGroup();
          writers.go(() -> store.put("b", "2"));
          ReceiveChan<Change> changes = store.watch();
          System.out.println(changes.receive());
          writers.await();
        });
  }
}

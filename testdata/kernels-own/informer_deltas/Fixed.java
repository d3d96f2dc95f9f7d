package informer_deltas;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps an index in step with a feed of deltas; every so often the whole index is handed out again.
 */
public final class Fixed {

  sealed interface Delta<T> permits Added, Removed, Sync {
    T object();
  }

  record Added<T>(T object) implements Delta<T> {}

  record Removed<T>(T object) implements Delta<T> {}

  record Sync<T>(T object) implements Delta<T> {}

  static final class Indexer<T> {
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, T> items = new LinkedHashMap<>();
    private final Function<T, String> keyOf;

    Indexer(Function<T, String> keyOf) {
      this.keyOf = keyOf;
    }

    void apply(Delta<T> delta) {
      guard.lock();
      try {
        switch (delta) {
          case Added<T>(T object) -> items.put(keyOf.apply(object), object);
          case Removed<T>(T object) -> items.remove(keyOf.apply(object));
          case Sync<T>(T object) -> items.computeIfPresent(keyOf.apply(object), (k, old) -> object);
        }
      } finally {
        guard.unlock();
      }
    }

    void each(Consumer<? super T> action) {
      snapshot().forEach(action);
    }

    private List<T> snapshot() {
      guard.lock();
      try {
        return List.copyOf(items.values());
      } finally {
        guard.unlock();
      }
    }
  }

  static final class Informer<T> {
    private final Indexer<T> indexer;
    private final Chan<Delta<T>> deltas = Chan.make(1);

    Informer(Indexer<T> indexer) {
      this.indexer = indexer;
    }

    void run() {
      for (Delta<T> delta : deltas) {
        indexer.apply(delta);
      }
    }

    void resync() {
      indexer.each(object -> deltas.send(new Sync<>(object)));
    }

    void shutDown() {
      deltas.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Indexer<String> indexer = new Indexer<>(name -> name.substring(0, 1));
          for (String pod : List.of("api", "batch", "cron")) {
            indexer.apply(new Added<>(pod));
          }
          Informer<String> informer = new Informer<>(indexer);
          WaitGroup running = new WaitGroup();
          running.go(informer::run);
          informer.resync();
          informer.shutDown();
          running.await();
        });
  }
}

package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Collections that are safe to share, of which one call does not know what another has seen. */
public final class TakenFromCollection {

  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, Runnable> handlers = new ConcurrentHashMap<>();
  private final List<Runnable> locked = new ArrayList<>();

  private TakenFromCollection() {
    queue.add(() -> {});
    listeners.add(() -> {});
    handlers.put("a", () -> {});
    locked.add(() -> {});
  }

  private void runNext() {
    if (!queue.isEmpty()) {
      queue.remove().run(); // want order-use-after-teardown confirmed
    }
  }

  private void runPolled() {
    if (queue.peek() != null) {
      queue.poll().run(); // want order-use-after-teardown confirmed
    }
  }

  private void runListener() {
    if (!listeners.isEmpty()) {
      listeners.get(0).run(); // want order-use-after-teardown confirmed
    }
  }

  private void runHandler() {
    if (handlers.containsKey("a")) {
      handlers.get("a").run(); // want order-use-after-teardown confirmed
    }
  }

  private void runLocked() {
    synchronized (locked) {
      locked.get(0).run(); // want order-use-after-teardown confirmed
    }
  }

  private void runWhatIsThere() {
    Runnable next = queue.poll();
    if (next != null) {
      next.run();
    }
    listeners.forEach(Runnable::run);
    handlers.getOrDefault("a", () -> {}).run();
  }

  private void close() {
    queue.clear();
    listeners.removeIf(listener -> true);
    handlers.values().clear();
    synchronized (locked) {
      locked.clear();
    }
  }

  private static void whileClosing(Consumer<TakenFromCollection> use) {
    TakenFromCollection owner = new TakenFromCollection();
    WaitGroup users = new WaitGroup();
    users.go(() -> use.accept(owner));
    owner.close();
    users.await();
  }

  /** Removed from a queue. */
  static final class Next {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runNext));
    }
  }

  /** Polled from a queue. */
  static final class Polled {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runPolled));
    }
  }

  /** One of a list that is copied on write. */
  static final class Listener {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runListener));
    }
  }

  /** One by its key. */
  static final class Handler {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runHandler));
    }
  }

  /** One of a list under its lock. */
  static final class Locked {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runLocked));
    }
  }

  /** What was taken out and looked at, or never asked for by itself. */
  static final class Held {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromCollection::runWhatIsThere));
    }
  }
}

package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** What has just been there is gone: replaced by something empty, drained, or taken from an end. */
public final class GoneWithItsPlace {

  private Optional<Runnable> current = Optional.of(() -> {});
  private Map<String, Runnable> handlers = new HashMap<>(Map.of("a", () -> {}));
  private List<Runnable> hooks = new ArrayList<>(List.of(() -> {}));
  private final Set<Runnable> once = new HashSet<>(List.of(() -> {}));
  private final ConcurrentSkipListMap<Integer, Runnable> byTime =
      new ConcurrentSkipListMap<>(Map.of(1, () -> {}));
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(List.of(() -> {}));

  private synchronized boolean isThere() {
    return current.isPresent();
  }

  private void runCurrent() {
    if (isThere()) {
      synchronized (this) {
        current.get().run(); // want order-use-after-teardown confirmed
      }
    }
  }

  private synchronized void runHandler() {
    handlers.get("a").run(); // want order-use-after-teardown confirmed
  }

  private synchronized void runHook() {
    hooks.getFirst().run(); // want order-use-after-teardown confirmed
  }

  private synchronized void runOnce() {
    once.iterator().next().run(); // want order-use-after-teardown confirmed
  }

  private void runFirst() {
    if (!byTime.isEmpty()) {
      byTime.firstEntry().getValue().run(); // want order-use-after-teardown confirmed
    }
  }

  private void runQueued() {
    if (!queue.isEmpty()) {
      queue.remove().run(); // want order-use-after-teardown confirmed
    }
  }

  private void runIfThere() {
    Optional<Runnable> seen;
    synchronized (this) {
      seen = current;
    }
    seen.ifPresent(Runnable::run);
    Runnable queued = queue.poll();
    if (queued != null) {
      queued.run();
    }
  }

  private void close() {
    synchronized (this) {
      current = Optional.empty();
      handlers = new HashMap<>();
      hooks = new ArrayList<>();
      once.clear();
    }
    byTime.pollFirstEntry();
    queue.drainTo(new ArrayList<>());
  }

  private static void whileClosing(Consumer<GoneWithItsPlace> use) {
    GoneWithItsPlace owner = new GoneWithItsPlace();
    WaitGroup users = new WaitGroup();
    users.go(() -> use.accept(owner));
    owner.close();
    users.await();
  }

  /** An optional that is emptied. */
  static final class Current {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runCurrent));
    }
  }

  /** A map that is replaced. */
  static final class Handlers {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runHandler));
    }
  }

  /** A list that is replaced. */
  static final class Hooks {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runHook));
    }
  }

  /** An iterator of what was cleared. */
  static final class Once {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runOnce));
    }
  }

  /** The end of a sorted map. */
  static final class First {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runFirst));
    }
  }

  /** A queue that is drained. */
  static final class Queued {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runQueued));
    }
  }

  /** What is looked at once. */
  static final class Seen {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(GoneWithItsPlace::runIfThere));
    }
  }
}

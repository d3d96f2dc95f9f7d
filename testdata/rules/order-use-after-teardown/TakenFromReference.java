package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** Each access is atomic or locked; what has just been there is gone at the next. */
public final class TakenFromReference {

  private static Runnable shared = () -> {};

  private final AtomicReference<Runnable> current = new AtomicReference<>(() -> {});
  private final AtomicReferenceArray<Runnable> slots = new AtomicReferenceArray<>(1);
  private final Runnable[] hooks = {() -> {}};

  private TakenFromReference() {
    slots.set(0, () -> {});
  }

  private void runCurrent() {
    if (current.get() != null) {
      current.get().run(); // want order-use-after-teardown confirmed
    }
  }

  private void runSlot() {
    if (slots.get(0) != null) {
      slots.get(0).run(); // want order-use-after-teardown confirmed
    }
  }

  private void runHook() {
    synchronized (hooks) {
      hooks[0].run(); // want order-use-after-teardown confirmed
    }
  }

  private static void runShared() {
    synchronized (TakenFromReference.class) {
      shared.run(); // want order-use-after-teardown confirmed
    }
  }

  private void runWhatIsThere() {
    Runnable there = current.get();
    if (there != null) {
      there.run();
    }
  }

  private void close() {
    current.getAndSet(null);
    slots.compareAndSet(0, slots.get(0), null);
    synchronized (hooks) {
      hooks[0] = null;
    }
    synchronized (TakenFromReference.class) {
      shared = null;
    }
  }

  private static void whileClosing(Consumer<TakenFromReference> use) {
    TakenFromReference owner = new TakenFromReference();
    WaitGroup users = new WaitGroup();
    users.go(() -> use.accept(owner));
    owner.close();
    users.await();
  }

  /** The current one. */
  static final class Current {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromReference::runCurrent));
    }
  }

  /** One in an atomic array. */
  static final class Slot {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromReference::runSlot));
    }
  }

  /** One in an array. */
  static final class Hook {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromReference::runHook));
    }
  }

  /** The one of all. */
  static final class Shared {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(owner -> runShared()));
    }
  }

  /** One that was taken out and looked at. */
  static final class Held {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(TakenFromReference::runWhatIsThere));
    }
  }
}

package rules.orderuseafterteardown;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Objects that refuse what comes after their end, by a state of one kind or another. */
public final class RefusedByState {

  private enum Phase {
    OPEN,
    CLOSED
  }

  private Phase phase = Phase.OPEN;
  private int users = 1;
  private boolean ended;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<Phase> shared = new AtomicReference<>(Phase.OPEN);

  private synchronized void byPhase() {
    if (phase == Phase.CLOSED) {
      throw new IllegalStateException("closed"); // want order-use-after-teardown confirmed
    }
  }

  private synchronized void byNumber() {
    if (users == 0) {
      throw new IllegalStateException("unused"); // want order-use-after-teardown confirmed
    }
  }

  private void byFlag() {
    if (closed.get()) {
      throw new IllegalStateException("closed"); // want order-use-after-teardown confirmed
    }
  }

  private void byReference() {
    if (shared.get() != Phase.OPEN) {
      throw new IllegalStateException("closed"); // want order-use-after-teardown confirmed
    }
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  private void byMethod() {
    if (hasEnded()) {
      throw new IllegalStateException("ended"); // want order-use-after-teardown confirmed
    }
  }

  private void byResult() {
    if (!hasEnded()) {
      System.out.println("used");
    }
  }

  private void close() {
    synchronized (this) {
      phase = Phase.CLOSED;
      users = 0;
      ended = true;
    }
    closed.set(true);
    shared.compareAndSet(Phase.OPEN, Phase.CLOSED);
  }

  private static void whileClosing(Consumer<RefusedByState> use) {
    RefusedByState owner = new RefusedByState();
    WaitGroup clients = new WaitGroup();
    clients.go(() -> use.accept(owner));
    owner.close();
    clients.await();
  }

  /** An enum. */
  static final class ByPhase {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byPhase));
    }
  }

  /** A number. */
  static final class ByNumber {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byNumber));
    }
  }

  /** An atomic flag. */
  static final class ByFlag {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byFlag));
    }
  }

  /** An atomic reference. */
  static final class ByReference {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byReference));
    }
  }

  /** A method that tells. */
  static final class ByMethod {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byMethod));
    }
  }

  /** Without an exception. */
  static final class ByResult {
    public static void main(String[] args) {
      Go.run(() -> whileClosing(RefusedByState::byResult));
    }
  }
}

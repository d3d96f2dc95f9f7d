package dev.chanlint.model.machine;

import dev.chanlint.model.code.Position;
import org.jspecify.annotations.Nullable;

/**
 * An operation that other goroutines can observe and that a goroutine is about to perform. The
 * machine hands over between goroutines before such operations only.
 */
public abstract class Pending {

  private final Operation operation;
  private final @Nullable Thing on;
  private final Position at;

  /**
   * An operation.
   *
   * @param operation which
   * @param on the object; null if there is none or it is not known
   * @param at where it stands
   */
  protected Pending(Operation operation, @Nullable Thing on, Position at) {
    this.operation = operation;
    this.on = on;
    this.at = at;
  }

  /**
   * What it does.
   *
   * @return the operation
   */
  public Operation operation() {
    return operation;
  }

  /**
   * What it is done to.
   *
   * @return the object, if it is one and known
   */
  public @Nullable Thing on() {
    return on;
  }

  /**
   * Where it stands.
   *
   * @return the expression
   */
  public Position at() {
    return at;
  }

  /**
   * Whether it can complete now.
   *
   * @return true if {@link #perform} would complete it
   */
  public abstract boolean isReady();

  /** Completes it. Called only when it is ready. */
  public abstract void perform();

  /** Enters the queues of waiters. Called once, when it is not ready. */
  public void park() {}

  /** Completes it though nothing served it: what would the goroutine do next? */
  public abstract void force();

  /**
   * Whether time alone can complete it.
   *
   * @return true for a sleep or a select with a timeout
   */
  public boolean isTimed() {
    return false;
  }

  /**
   * Whether the goroutine offers the others to go first.
   *
   * @return true for {@code gosched}, sleeps and the like
   */
  public boolean yields() {
    return false;
  }

  /**
   * Adds what is not in the frames to a fingerprint.
   *
   * @param sink where to
   */
  public void fingerprint(Fingerprint sink) {
    sink.add(operation.ordinal());
    if (on != null) {
      sink.add(on);
    }
  }
}

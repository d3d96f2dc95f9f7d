package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import org.jspecify.annotations.Nullable;

/** A node in a tree of things to cancel, under a context: cancelling one cancels all below it. */
public final class Cancellation {

  /**
   * Makes a node, cancelled already if the parent is.
   *
   * @param parent the node above; null at the root
   */
  public Cancellation(@Nullable Cancellation parent) {
    throw new AssertionError();
  }

  /** A channel that closes when this is cancelled; the same at each call. */
  public ReceiveChan<Unit> done() {
    throw new AssertionError();
  }

  /**
   * Cancels this node and all below it, and takes it off its parent.
   *
   * @param cause why
   * @return false if it was cancelled before; nothing changes then
   */
  public boolean cancel(Exception cause) {
    throw new AssertionError();
  }

  /** Why this was cancelled; null if it is not. */
  public @Nullable Exception cause() {
    throw new AssertionError();
  }
}

package dev.chanlint.explorer.model;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.operation.CancelNode;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import org.jspecify.annotations.Nullable;

/** A node in a tree of things to cancel, under control. */
public final class Cancellation {

  private final CancelNode node;
  private final ModelChan<Unit> done;

  /**
   * Makes a node, cancelled already if the parent is.
   *
   * @param parent the node above; null at the root
   */
  public Cancellation(@Nullable Cancellation parent) {
    node = new CancelNode(Execution.require(), parent == null ? null : parent.node);
    done = new ModelChan<>(node.done());
  }

  /** A channel that closes when this is cancelled; the same at each call. */
  public ReceiveChan<Unit> done() {
    return done;
  }

  /**
   * Stops an alarm when this is cancelled, be it from above; at once if it is already.
   *
   * @param expiry the alarm, usually one that would cancel this; the only one ever given
   */
  public void stopOnCancel(Alarm expiry) {
    node.stopOnCancel(expiry.clock());
  }

  /**
   * Cancels this node and all below it, and takes it off its parent; nothing changes if it was
   * cancelled before.
   *
   * @param cause why
   */
  public void cancel(Exception cause) {
    node.cancel(cause);
  }

  /** Why this was cancelled; null if it is not. */
  public @Nullable Exception cause() {
    return node.cause();
  }
}

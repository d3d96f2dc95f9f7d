package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node in a tree of things to cancel; cancelling one closes its channel and all below, at once.
 */
public final class CancelNode {

  private final @Nullable CancelNode parent;
  private final List<CancelNode> children = new ArrayList<>();
  private final Channel done;
  private @Nullable Exception cause;
  private @Nullable AlarmClock expiry;

  /** Makes a node, cancelled already if the parent is: a visible operation if there is one. */
  public CancelNode(Execution execution, @Nullable CancelNode parent) {
    this.parent = parent;
    this.done = new Channel(execution, 0);
    if (parent != null) {
      Action join = new Action("running", "derive context", parent.done);
      join.touching(f -> f.adds(parent.done.cell()).writes(done.cell()))
          .then(() -> join(parent, join.goroutine()))
          .perform();
    }
  }

  /** The channel that closes when this is cancelled. */
  public Channel done() {
    return done;
  }

  /** Stops a clock when this is cancelled, at once if it is already: a visible operation. */
  public void stopOnCancel(AlarmClock clock) {
    Action attach = new Action("running", "set deadline", done);
    attach
        .touching(
            f -> {
              f.writes(done.cell());
              if (cause != null) {
                clock.touchUnset(f);
              }
            })
        .then(
            () -> {
              expiry = clock;
              if (cause != null) {
                clock.unset(attach.goroutine());
              }
            })
        .perform();
  }

  /** Cancels this node and all below, unless it was cancelled before: a visible operation. */
  public void cancel(Exception why) {
    Action cancel = new Action("running", "cancel", done);
    cancel
        .touching(this::touchCancel)
        .changingIf(() -> cause == null)
        .then(
            () -> {
              end(why, cancel.goroutine());
              if (parent != null) {
                parent.children.remove(this);
              }
            })
        .perform();
  }

  /** Why this was cancelled, or null: a visible operation. */
  public @Nullable Exception cause() {
    @Nullable Exception[] result = new Exception[1];
    Action read = new Action("running", "read error", done).reading(done.cell());
    read.then(
            () -> {
              result[0] = cause;
              if (cause != null) {
                done.receive(read.goroutine());
              }
            })
        .perform();
    return result[0];
  }

  private void join(CancelNode above, Goroutine maker) {
    if (above.cause == null) {
      above.children.add(this);
    } else {
      end(above.cause, maker);
    }
  }

  private void touchCancel(Footprint into) {
    if (cause != null) {
      into.reads(done.cell());
      return;
    }
    into.writes(done.cell());
    if (parent != null) {
      into.adds(parent.done.cell());
    }
    if (expiry != null) {
      expiry.touchUnset(into);
    }
    children.forEach(child -> child.touchCancel(into));
  }

  private void end(Exception why, Goroutine canceller) {
    if (cause == null) {
      cause = why;
      done.shut(canceller);
      if (expiry != null) {
        expiry.unset(canceller);
      }
      children.forEach(child -> child.end(why, canceller));
      children.clear();
    }
  }
}

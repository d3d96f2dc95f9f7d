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
  private @Nullable AlarmClock alarm;

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

  /**
   * Lets an alarm be stopped when this is cancelled: a visible operation; and one more to stop it
   * if this is cancelled already.
   */
  public void stopOnCancel(AlarmClock expiry) {
    Action set = new Action("running", "set deadline", done);
    set.writing(done.cell()).then(() -> alarm = expiry).perform();
    if (cause != null) {
      expiry.stop();
    }
  }

  /**
   * Cancels this node and all below: a visible operation; and one more for each alarm to stop.
   *
   * @return false if it was cancelled before
   */
  public boolean cancel(Exception why) {
    boolean[] result = new boolean[1];
    List<AlarmClock> alarms = new ArrayList<>();
    Action cancel = new Action("running", "cancel", done);
    cancel
        .touching(this::touchCancel)
        .changingIf(() -> cause == null)
        .then(
            () -> {
              result[0] = cause == null;
              if (result[0]) {
                end(why, cancel.goroutine(), alarms);
                if (parent != null) {
                  parent.children.remove(this);
                }
              }
            })
        .perform();
    alarms.forEach(AlarmClock::stop);
    return result[0];
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
      end(above.cause, maker, new ArrayList<>());
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
    children.forEach(child -> child.touchCancel(into));
  }

  /** Cancels this and all below, and collects the alarms that are to be stopped for it. */
  private void end(Exception why, Goroutine canceller, List<AlarmClock> alarms) {
    if (cause == null) {
      cause = why;
      done.shut(canceller);
      if (alarm != null) {
        alarms.add(alarm);
      }
      children.forEach(child -> child.end(why, canceller, alarms));
      children.clear();
    }
  }
}

package dev.chanlint.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * A place in a {@link WaitQueue}: one of the events that a {@link Wait} waits for. All fields are
 * guarded by the lock of the queue that it is in; once its wait has been fired through it, they
 * belong to the thread that waited, which may put it into another queue at once.
 */
public abstract sealed class Node permits Wait, Node.Further {

  @Nullable Node previous;
  @Nullable Node next;

  /** Whether it is in a queue; falls once. Reading false without the lock is conclusive. */
  boolean queued;

  /** The value to send, or the value received. */
  @Nullable Object value;

  /** Whether the value was received by someone, or was sent: false if the channel was closed. */
  boolean ok;

  /** Whether it has waited for so long that it is to be preferred. */
  boolean starving;

  /** Which of a select's communications this is. */
  int index;

  Node() {}

  /** The wait, which for its first event is this itself. */
  abstract Wait owner();

  /** Takes what is in it, so that it is kept alive no longer; for the thread that waited. */
  final @Nullable Object takeValue() {
    Object taken = value;
    value = null;
    return taken;
  }

  /**
   * Lets the wait end by this event, unless it ended already; to be called by whoever took this off
   * its queue, under the lock of that.
   *
   * @return whether it ends by this; the caller then calls {@link #wake} once it freed the lock
   */
  public final boolean fire() {
    return owner().endBy(this);
  }

  /** Wakes the thread whose wait was fired, if it sleeps. */
  public final void wake() {
    owner().unpark();
  }

  /** An event of a wait after its first. */
  static final class Further extends Node {
    private final Wait wait;

    Further(Wait wait) {
      this.wait = wait;
    }

    @Override
    Wait owner() {
      return wait;
    }
  }
}

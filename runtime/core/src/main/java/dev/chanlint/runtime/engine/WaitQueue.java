package dev.chanlint.runtime.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for an event, first come first served; guarded by its owner's lock.
 *
 * <p>Memory: {@link #isEmpty} alone may be asked without the lock. It acquires the first of those
 * who wait, which the holder of the lock releases.
 */
public final class WaitQueue {

  private static final VarHandle FIRST;

  static {
    try {
      FIRST = MethodHandles.lookup().findVarHandle(WaitQueue.class, "first", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Written by FIRST. */
  private @Nullable Node first;

  private @Nullable Node last;

  /** Creates an empty queue. */
  public WaitQueue() {}

  /** Whether nobody waits; some of those who do may have given up. */
  public boolean isEmpty() {
    return (Node) FIRST.getAcquire(this) == null;
  }

  /** Whether somebody waits who has not given up; forgets those ahead who have. */
  boolean hasLive() {
    for (Node n = first; n != null; n = first) {
      if (n.owner().pending()) {
        return true;
      }
      remove(n);
    }
    return false;
  }

  /** Whether a thread of some kind waits, who may have given up. */
  boolean hasAnyOf(Predicate<Thread> kind) {
    for (Node n = first; n != null; n = n.next) {
      if (kind.test(n.owner().thread())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first has waited for so long that it is to be preferred. */
  public boolean firstIsStarving() {
    return first != null && first.starving;
  }

  /** Puts a node at the end. */
  public void add(Node node) {
    node.queued = true;
    node.previous = last;
    if (last == null) {
      FIRST.setRelease(this, node);
    } else {
      last.next = node;
    }
    last = node;
  }

  /** Puts a node at the front. */
  public void addFirst(Node node) {
    node.queued = true;
    node.next = first;
    if (first == null) {
      last = node;
    } else {
      first.previous = node;
    }
    FIRST.setRelease(this, node);
  }

  /** Takes the first; null if there is none. */
  public @Nullable Node poll() {
    Node node = first;
    if (node != null) {
      remove(node);
    }
    return node;
  }

  /**
   * Lets the first who has not given up go on.
   *
   * @param granted whether that brings what is waited for, see {@link Wait#granted}
   * @return who, to be woken once the lock is free; null if nobody waits
   */
  public @Nullable Node fireFirst(boolean granted) {
    for (Node n = poll(); n != null; n = poll()) {
      n.ok = granted;
      if (n.fire()) {
        return n;
      }
    }
    return null;
  }

  /**
   * Lets all who have not given up go on.
   *
   * @param granted whether that brings what is waited for, see {@link Wait#granted}
   * @return who, to be woken once the lock is free
   */
  public Woken fireAll(boolean granted) {
    Woken woken = new Woken();
    for (Node n = fireFirst(granted); n != null; n = fireFirst(granted)) {
      woken.push(n);
    }
    return woken;
  }

  /**
   * Takes a node out.
   *
   * @return false if it is not in the queue any more
   */
  public boolean remove(Node node) {
    if (!node.queued) {
      return false;
    }
    Node before = node.previous;
    Node after = node.next;
    if (before == null) {
      FIRST.setRelease(this, after);
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    node.previous = null;
    node.next = null;
    node.queued = false;
    return true;
  }
}

package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A node in a tree of things to cancel, under a context: cancelling one cancels all below it. No
 * goroutine watches over it.
 *
 * <p>A node is locked before those below it, never after. Its channel closes and those below are
 * cancelled before its lock is free again, so that {@link #cause} and {@link #done} agree and a
 * cancel that returns, first or not, has reached all below.
 */
public final class Cancellation {

  private final ReentrantLock lock = new ReentrantLock();
  private final Chan<Unit> done = Chan.make();
  private final @Nullable Cancellation parent;
  private final Set<Cancellation> children = new LinkedHashSet<>();
  private @Nullable Alarm alarm;
  private volatile @Nullable Exception cause;

  /**
   * Makes a node, cancelled already if the parent is.
   *
   * @param parent the node above; null at the root
   */
  @SuppressWarnings("this-escape") // to the parent, once all is set
  public Cancellation(@Nullable Cancellation parent) {
    this.parent = parent;
    if (parent != null) {
      parent.adopt(this);
    }
  }

  private void adopt(Cancellation child) {
    lock.lock();
    try {
      Exception already = cause;
      if (already == null) {
        children.add(child);
      } else {
        child.end(already);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A channel that closes when this is cancelled.
   *
   * @return the channel, the same at each call
   */
  public ReceiveChan<Unit> done() {
    return done;
  }

  /**
   * Stops an alarm when this is cancelled, be it from above; at once if it is already.
   *
   * @param expiry the alarm, usually one that would cancel this; the only one ever given
   */
  public void stopOnCancel(Alarm expiry) {
    lock.lock();
    try {
      alarm = expiry;
      if (cause != null) {
        expiry.stop();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Cancels this node and all below it, and takes it off its parent; nothing changes if it was
   * cancelled before.
   *
   * @param why the cause of all of them that have none yet
   */
  public void cancel(Exception why) {
    end(Objects.requireNonNull(why));
    if (parent != null) {
      parent.disown(this);
    }
  }

  private void end(Exception why) {
    lock.lock();
    try {
      if (cause != null) {
        return;
      }
      cause = why;
      done.close();
      if (alarm != null) {
        alarm.stop();
      }
      children.forEach(child -> child.end(why));
      children.clear();
    } finally {
      lock.unlock();
    }
  }

  private void disown(Cancellation child) {
    lock.lock();
    try {
      children.remove(child);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Why this was cancelled.
   *
   * @return null if it is not
   */
  public @Nullable Exception cause() {
    return cause;
  }
}

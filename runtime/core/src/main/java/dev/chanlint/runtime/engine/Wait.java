package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.GoroutineInterruptedException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One blocking of one thread: until an event fires, time is up or the thread is interrupted. It is
 * what the thread is parked on ({@link LockSupport#getBlocker}), so that others can tell from
 * outside that, and how, the thread is blocked, without the thread telling anyone.
 *
 * <p>Memory. {@code end} goes once, by compare-and-set, from null to the node that fired or to the
 * mark of a wait given up, so exactly one wins. The winner wrote the node's value before, and the
 * thread reads it after it read {@code end}: the volatile accesses order these. To sleep, the
 * thread writes {@code parked} and then reads {@code end}; to wake it, the other writes {@code end}
 * and then reads {@code parked}. Both are volatile, hence in one total order in which at least one
 * of them sees the other's write: the thread doesn't sleep, or it is unparked.
 */
public final class Wait extends Node {

  /** How often to look again before parking, where another processor may be about to fire. */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 96 : 0;

  private static final Node GIVEN_UP = new Wait("given up");
  private static final VarHandle END;

  static {
    try {
      END = MethodHandles.lookup().findVarHandle(Wait.class, "end", Node.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread = Thread.currentThread();
  private final String state;

  /** What it is about: a channel, the channels of a select, or null for anything else. */
  private final @Nullable Object about;

  private volatile @Nullable Node end;
  private volatile boolean parked;

  /** When it parked, by {@link System#nanoTime}; valid once {@code parked}. */
  private long since;

  /** Whether it ends by itself; written before it parks. */
  private boolean timed;

  /**
   * Prepares a wait of the calling thread.
   *
   * @param state Go's word for it
   */
  public Wait(String state) {
    this(state, null);
  }

  /** Prepares a wait of the calling thread about a channel, or an array of channels. */
  Wait(String state, @Nullable Object about) {
    this.state = state;
    this.about = about;
  }

  boolean endBy(Node node) {
    return END.compareAndSet(this, null, node);
  }

  boolean pending() {
    return end == null;
  }

  void unpark() {
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  /** Says whether this has waited for so long that it is to be preferred; before it is queued. */
  public void markStarving(boolean isStarving) {
    starving = isStarving;
  }

  /**
   * Waits.
   *
   * @return the event that fired; null if the thread was interrupted, and then none will fire
   */
  public @Nullable Node await() {
    return await(Engine.NO_TIMEOUT);
  }

  /**
   * Waits for a time.
   *
   * @param timeoutNanos how long
   * @return the event that fired; null if the time passed or the thread was interrupted, and then
   *     none will fire
   */
  public @Nullable Node await(long timeoutNanos) {
    for (int i = 0; i < SPINS; i++) {
      Node fired = end;
      if (fired != null) {
        return fired;
      }
      Thread.onSpinWait();
    }
    return park(timeoutNanos);
  }

  /**
   * Waits for a time with nothing to fire it; less if the thread is interrupted.
   *
   * @param nanos how long
   */
  void sleep(long nanos) {
    park(nanos);
  }

  private @Nullable Node park(long timeoutNanos) {
    since = System.nanoTime();
    timed = timeoutNanos != Engine.NO_TIMEOUT;
    parked = true;
    Runnable unblocked = Events.blocked(this);
    long left = timeoutNanos;
    Node fired;
    while ((fired = end) == null) {
      if (thread.isInterrupted() || left <= 0) {
        fired = giveUp();
        break;
      }
      if (timed) {
        LockSupport.parkNanos(this, left);
        left = timeoutNanos - (System.nanoTime() - since);
      } else {
        LockSupport.park(this);
      }
    }
    if (unblocked != null) {
      unblocked.run();
    }
    return fired;
  }

  private @Nullable Node giveUp() {
    return endBy(GIVEN_UP) ? null : end;
  }

  /**
   * Whether the event that fired brought what was waited for, rather than only a reason to look.
   *
   * @param fired the event
   */
  public static boolean granted(Node fired) {
    return fired.ok;
  }

  /** What to throw when the wait was given up because of an interrupt. */
  public GoroutineInterruptedException interrupted() {
    return new GoroutineInterruptedException("interrupted: " + state);
  }

  /** How long this has lasted, in nanoseconds. */
  public long age() {
    return System.nanoTime() - since;
  }

  Thread thread() {
    return thread;
  }

  String state() {
    return state;
  }

  /** The channels that it is about: several for a select, none for other states. */
  List<Channel<?>> channels() {
    if (about instanceof Channel<?> channel) {
      return List.of(channel);
    }
    return about instanceof Channel<?>[] channels ? List.of(channels) : List.of();
  }

  /** The wait that a thread is blocked in; null if it is not blocked in this runtime. */
  static @Nullable Wait of(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof Wait w
            && w.thread == thread
            && w.parked
            && w.end == null
        ? w
        : null;
  }

  /**
   * The wait that a thread sleeps in until another fires it; null if there is none: it runs, or may
   * go on by itself.
   */
  static @Nullable Wait untilFired(Thread thread) {
    Wait w = of(thread);
    return w != null
            && !w.timed
            && thread.getState() == Thread.State.WAITING
            && !thread.isInterrupted()
            && w.end == null
        ? w
        : null;
  }
}

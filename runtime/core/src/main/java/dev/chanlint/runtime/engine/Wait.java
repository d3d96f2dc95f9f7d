package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.GoroutineInterruptedException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread's blocking: until an event fires, time is up or the thread is interrupted. It is what
 * the thread is parked on ({@link LockSupport#getBlocker}), so that others can tell from outside
 * that, and how, the thread is blocked, without the thread telling anyone. A goroutine uses the
 * same one again and again; its turns are counted.
 *
 * <p>Memory. {@code end} goes once, by compare-and-set, from null to the node that fired or to the
 * mark of a wait given up, so exactly one wins. The winner wrote the node's value before, and the
 * thread reads it after it read {@code end}: the volatile accesses order these. To sleep, the
 * thread writes {@code parked} and then reads {@code end}; to wake it, the other writes {@code end}
 * and then reads {@code parked}. Both are volatile, hence in one total order in which at least one
 * of them sees the other's write: the thread doesn't sleep, or it is unparked.
 *
 * <p>Used again. A new turn may begin when nobody can fire the last one any more. Who fires a node
 * took it off its queue before, under the queue's lock, and still holds that. So the thread is done
 * with the node that fired, and takes the lock for each of the others ({@link Channel#leave}). What
 * may still come late is a {@link Node#wake}, and a thread that is unparked for nothing looks, and
 * parks again. The thread clears {@code end} for a new turn before it queues its nodes, so those
 * who fire it see that by the queue's lock. Who looks from outside reads {@code turn} before and
 * after it read all the rest: the thread wrote {@code turn} before {@code end} was cleared, with
 * release, so one that has read the cleared {@code end} reads the new turn afterwards, and takes
 * nothing of one turn for a part of the other.
 */
public final class Wait extends Node {

  private static final Node GIVEN_UP = new Wait(null);
  private static final VarHandle END;
  private static final VarHandle PARKED;

  static {
    try {
      END = MethodHandles.lookup().findVarHandle(Wait.class, "end", Node.class);
      PARKED = MethodHandles.lookup().findVarHandle(Wait.class, "parked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Thread thread = Thread.currentThread();

  /** What the goroutine has learnt; null if it is new, or the thread is no goroutine. */
  private @Nullable Patience patience;

  /** The selects of the goroutine; null before its first. */
  private @Nullable Selecting selecting;

  private volatile @Nullable Node end;

  /** Whether its thread sleeps, or is about to. */
  private volatile boolean parked;

  /** Go's word for what it waits for. */
  private String state = "";

  /** What it is about: a channel, the channels of a select, or null for anything else. */
  private @Nullable Object about;

  /** How many times it was used. */
  private int turn;

  /** Whether a turn has begun and not ended. */
  private boolean busy;

  /** When it parked, by {@link System#nanoTime}; valid once {@code parked}. */
  private long since;

  /** Whether it ends by itself; written before it parks. */
  private boolean timed;

  private Wait(@Nullable Patience patience) {
    this.patience = patience;
  }

  /**
   * Begins a wait of the calling thread, which is to {@link #await} its end.
   *
   * @param state Go's word for what it waits for
   * @return the wait
   */
  public static Wait begin(String state) {
    return begin(state, null);
  }

  /** Begins a wait of the calling thread about a channel, or an array of channels. */
  static Wait begin(String state, @Nullable Object about) {
    Goroutine current = Goroutine.current();
    Wait wait = current == null ? new Wait(Patience.ofOther()) : ofGoroutine(current).next();
    wait.state = state;
    wait.about = about;
    wait.busy = true;
    return wait;
  }

  /** The calling goroutine's own wait; a new one if it has none, or that is in a turn. */
  private static Wait ofGoroutine(Goroutine goroutine) {
    Wait own = goroutine.wait;
    if (own == null || own.busy) {
      own = new Wait(own == null ? null : own.patience);
      goroutine.wait = own;
    }
    return own;
  }

  /** Makes this ready for its next turn. */
  private Wait next() {
    turn++;
    starving = false;
    END.setRelease(this, null);
    return this;
  }

  /** What the calling goroutine has learnt of its waits; null if they were few. */
  static @Nullable Patience patienceOf(Goroutine goroutine) {
    Wait own = goroutine.wait;
    return own == null ? null : own.patience();
  }

  private @Nullable Patience patience() {
    if (patience == null && turn > Patience.FEW) {
      patience = Patience.ofGoroutine();
    }
    return patience;
  }

  /** Where the calling thread selects: a goroutine always in the same. */
  static Selecting selecting() {
    Goroutine current = Goroutine.current();
    if (current == null) {
      return new Selecting();
    }
    Wait own = ofGoroutine(current);
    Selecting known = own.selecting;
    if (known == null) {
      known = new Selecting();
      own.selecting = known;
    }
    return known;
  }

  @Override
  Wait owner() {
    return this;
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
    Patience learnt = patience();
    Node fired = learnt == null ? null : look(learnt);
    if (fired == null) {
      fired = park(timeoutNanos);
    }
    end();
    return fired;
  }

  private void end() {
    about = null;
    busy = false;
  }

  /** Looks whether an event has fired, again and again. */
  private @Nullable Node look(Patience learnt) {
    int looks = learnt.looks();
    for (int i = 0; i < looks; i++) {
      Node fired = end;
      if (fired != null) {
        learnt.succeeded();
        return fired;
      }
      Thread.onSpinWait();
    }
    if (looks > 0) {
      learnt.failed();
    }
    return null;
  }

  /**
   * Waits for a time with nothing to fire it; less if the thread is interrupted.
   *
   * @param nanos how long
   */
  void sleep(long nanos) {
    park(nanos);
    end();
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
    PARKED.setRelease(this, false);
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
    return about instanceof @Nullable Channel<?>[] selected
        ? Arrays.stream(selected).filter(Objects::nonNull).toList()
        : List.of();
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

  /** One use of a wait, from its beginning to its end. */
  private record Turn(Wait of, int number) {}

  /**
   * What a thread sleeps in until another fires it: equal to what this returned before if the
   * thread has not been awake since. Null if there is none: it runs, or may go on by itself.
   */
  static @Nullable Object untilFired(Thread thread) {
    Wait w = of(thread);
    if (w == null) {
      return null;
    }
    int turn = w.turn;
    VarHandle.acquireFence();
    return w.parked
            && w.end == null
            && !w.timed
            && thread.getState() == Thread.State.WAITING
            && !thread.isInterrupted()
            && w.end == null
            && w.turn == turn
        ? new Turn(w, turn)
        : null;
  }
}

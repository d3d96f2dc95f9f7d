package dev.chanlint.runtime.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks from outside whether all goroutines of a program are blocked for good; they themselves do
 * nothing for it.
 *
 * <p>It collects what each thread that counts is blocked in, three times. Each turn of a wait is
 * told from the others, so one met each time lasted from the first look to the last; if all are the
 * same, they all were blocked at once between the first two looks, each until another would fire
 * it. How many goroutines were started is collected with them: if that is the same too, none came
 * behind a look's back to where it had already been, and was gone before the next. If also no alarm
 * was set that can fire anything, and no thread can have been there that was not met, nothing ever
 * will fire: this is what the last look is for, for such a thread might have fired something and
 * ended.
 *
 * <p>The threads that count are the goroutines of all programs that have not ended, the other
 * threads that have used a channel, and the threads younger than the program, virtual ones
 * included; a thread that is blocked in anything but a wait of this runtime counts as running. A
 * thread that was there before the program and has not used the runtime does not count: that of a
 * pool which will be handed a task, for one, cannot be told from one that has nothing to do with
 * the program.
 *
 * <p>Cost. While main or the goroutine that was last seen running is not blocked, a look is just
 * that; and while an alarm is set, it is finding one. A look at all takes a time in proportion to
 * their number, of which the watch takes at most one part in {@value #SHARE}.
 */
final class DeadlockWatch {

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(64);

  /** A look at many goroutines takes at most one part in this of the time. */
  private static final int SHARE = 20;

  private final Program program;
  private final Goroutine main;
  private final UnseenThreads unseen;

  /** A goroutine that was not blocked at the last look, to be looked at first. */
  private Goroutine lastBusy;

  private long pause = SHORTEST_PAUSE;

  DeadlockWatch(Program program, Goroutine main) {
    this.program = program;
    this.main = main;
    this.unseen = new UnseenThreads();
    this.lastBusy = main;
  }

  /** The program has ended. */
  void end() {
    unseen.forget();
  }

  /** How long to wait before the next look, in nanoseconds; longer each time. */
  long pauseNanos() {
    long now = pause;
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
    return now;
  }

  /** Go's report if the program is in deadlock, else null. */
  @Nullable String look() {
    unseen.lookNowAndThen();
    if (!lastBusy.thread.isAlive()) {
      lastBusy = main;
    }
    if (blockerOf(main.thread) == null
        || blockerOf(lastBusy.thread) == null
        || Alarm.anyMayWake()) {
      return null;
    }
    List<Object> blocked = blockedForAWhile();
    return blocked != null && !unseen.mayBeAlive() && blocked.equals(blocked())
        ? Report.deadlock(program.goroutines())
        : null;
  }

  /** What two looks, one after the other, have found; null if they differ or an alarm is set. */
  private @Nullable List<Object> blockedForAWhile() {
    long start = System.nanoTime();
    try {
      List<Object> blocked = blocked();
      if (blocked == null || Alarm.anyMayWake()) {
        return null;
      }
      LockSupport.parkNanos(program, SHORTEST_PAUSE);
      return blocked.equals(blocked()) ? blocked : null;
    } finally {
      pause = Math.max(pause, SHARE * (System.nanoTime() - start));
    }
  }

  /**
   * How many goroutines had been started before this, and what each thread that counts is blocked
   * in; null if a thread is not blocked for good.
   */
  private @Nullable List<Object> blocked() {
    List<Object> blockers = new ArrayList<>();
    blockers.add(Program.goroutinesBegun());
    if (!add(main.thread, blockers)) { // it may have ended, and then is not among the goroutines
      return null;
    }
    for (Thread thread : ForeignThreads.mayWake(main.thread)) {
      if (!add(thread, blockers)) {
        return null;
      }
    }
    for (Program p : Program.running()) {
      if (!p.visit(g -> addOrRemember(g, blockers))) {
        return null;
      }
    }
    return blockers;
  }

  private boolean addOrRemember(Goroutine goroutine, List<Object> blockers) {
    if (add(goroutine.thread, blockers)) {
      return true;
    }
    lastBusy = goroutine;
    return false;
  }

  /** Adds what a thread is blocked in; returns false if it is not blocked for good. */
  private boolean add(Thread thread, List<Object> blockers) {
    Object blocker = blockerOf(thread);
    if (blocker != null) {
      blockers.add(blocker);
    }
    return blocker != null;
  }

  /**
   * What a thread is blocked in for good: a wait until another fires it, or a program that it
   * watches over, whose goroutines are looked at instead. Null if there is none. Who watches over a
   * program within this one will go on when that is in deadlock, and may then wake this one.
   */
  private @Nullable Object blockerOf(Thread thread) {
    Object wait = Wait.untilFired(thread);
    if (wait != null) {
      return wait;
    }
    Program watched = Program.watchedBy(thread);
    return watched == null || watched.isWithin(program) ? null : watched;
  }
}

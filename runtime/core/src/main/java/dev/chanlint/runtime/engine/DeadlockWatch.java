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
 * <p>It collects what each thread that counts is blocked in, twice. A wait is an object of its own,
 * so one met both times lasted from the first look to the second; if all are the same, there was a
 * moment between the two looks at which all were blocked, each until another would fire it. If also
 * no alarm was set at that moment that can fire anything, nothing ever will. The threads that count
 * are the goroutines of all programs that have not ended, the other threads that have used a
 * channel, and the platform threads younger than the program; a thread that is blocked in anything
 * but a wait of this runtime counts as running. That the program has not ended after the second
 * look makes sure that its main goroutine was among those met.
 */
final class DeadlockWatch {

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(64);

  /** A look at many goroutines takes at most one part in this of the time. */
  private static final int SHARE = 20;

  private final Program program;
  private final Goroutine main;

  /** A goroutine that was not blocked at the last look, to be looked at first. */
  private Goroutine lastBusy;

  private long pause = SHORTEST_PAUSE;

  DeadlockWatch(Program program, Goroutine main) {
    this.program = program;
    this.main = main;
    this.lastBusy = main;
  }

  /** How long to wait before the next look, in nanoseconds; longer each time. */
  long pauseNanos() {
    long now = pause;
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
    return now;
  }

  /** Go's report if the program is in deadlock, else null. */
  @Nullable String look() {
    if (!lastBusy.thread.isAlive()) {
      lastBusy = main;
    }
    if (blockerOf(main.thread) == null || blockerOf(lastBusy.thread) == null) {
      return null;
    }
    long start = System.nanoTime();
    boolean deadlock = isDeadlock();
    pause = Math.max(pause, SHARE * (System.nanoTime() - start));
    return deadlock ? Report.deadlock(program.goroutines()) : null;
  }

  private boolean isDeadlock() {
    List<Object> before = blocked();
    if (before == null || Alarm.anyMayWake()) {
      return false;
    }
    LockSupport.parkNanos(program, SHORTEST_PAUSE);
    return before.equals(blocked()) && !program.hasEnded();
  }

  /** What each thread that counts is blocked in; null if one is not blocked for good. */
  private @Nullable List<Object> blocked() {
    List<Object> blockers = new ArrayList<>();
    if (!add(main.thread, blockers)) { // it may have ended, and then is not among the goroutines
      return null;
    }
    for (Thread thread : ForeignThreads.mayWake(main.thread)) {
      if (!isInRun(thread) && !add(thread, blockers)) {
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
   * What a thread is blocked in for good; null if there is none. This thread, the caller of the
   * program, goes on only once that has ended. The caller of another may go on when that ends.
   */
  private @Nullable Object blockerOf(Thread thread) {
    return thread == Thread.currentThread() ? program : Wait.untilFired(thread);
  }

  /** Whether a thread outside watches over a program, whose goroutines are looked at instead. */
  private static boolean isInRun(Thread thread) {
    return LockSupport.getBlocker(thread) instanceof Program p && p.isRunning();
  }
}

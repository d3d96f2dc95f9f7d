package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.List;

/**
 * Notices that goroutines are blocked for good though others go on for ever: those that go on do so
 * because time passes, as a loop over a ticker does, and leave everything as it was.
 *
 * <p>It is reached when the timers have fired {@value #MOST_FIRINGS} times in a row and all that
 * was done meanwhile was to wait for times, to look, and to lock and unlock: nobody has written a
 * variable, kept something in one of a loop or in arguments, sent a value, read the clock or drawn
 * a number, and no timer is left that was set before. What is hidden from instrumentation, in
 * objects of the JDK that are no collections, is why it is not enough to see that once.
 */
final class Standstill {

  static final int MOST_FIRINGS = 200;

  /** How many firings pass between two looks. */
  private static final int FIRINGS_PER_LOOK = 50;

  /** After how many firings of a standstill a witness has shown what goes on in it. */
  private static final int FIRINGS_SHOWN = 3;

  private final Execution execution;
  private int firings;
  private int progressAt;
  private int look = MOST_FIRINGS;

  Standstill(Execution execution) {
    this.execution = execution;
  }

  /** How often timers have fired. */
  int firings() {
    return firings;
  }

  /**
   * A step was made.
   *
   * @param progress whether it has changed anything but by time passing
   */
  void made(Transition transition, boolean progress) {
    if (transition.isTimer()) {
      firings++;
    }
    if (execution.takeProgress() || progress) {
      progressAt = firings;
    }
    transition.goroutine().movedAt(firings);
    Operation partner = transition.partner();
    if (partner != null) {
      partner.goroutine().movedAt(firings);
    }
  }

  /**
   * Whether it is reached: everybody waits, those who go on do for time to pass, and main has come
   * to its end or to where it stays.
   *
   * @param possible what can be done
   */
  boolean isReached(List<Transition> possible) {
    if (firings < look || !possible.stream().allMatch(Transition::isTimer)) {
      return false;
    }
    look = firings + FIRINGS_PER_LOOK;
    return isLongAgo(progressAt)
        && isLongAgo(execution.main().movedAt())
        && execution.goroutines().stream().allMatch(g -> isMoving(g) ? !recurs(g) : isBlocked(g));
  }

  /**
   * How many steps of one that is reached show it: the others are the same again and again.
   *
   * @param made all steps
   */
  int stepsToShow(List<Transition> made) {
    int since =
        execution.goroutines().stream()
            .filter(g -> g.role() != Goroutine.Role.TIMER && !isMoving(g))
            .mapToInt(Goroutine::movedAt)
            .max()
            .orElse(0);
    int left = Math.max(since, progressAt) + FIRINGS_SHOWN;
    int steps = 0;
    while (left > 0 || !made.get(steps).isTimer()) {
      left -= made.get(steps).isTimer() ? 1 : 0;
      steps++;
    }
    return steps;
  }

  /** Whether it has made a step within the last {@value #MOST_FIRINGS} firings. */
  boolean isMoving(Goroutine goroutine) {
    return !isLongAgo(goroutine.movedAt());
  }

  /** Whether it is in a method more than once: the arguments may count how often. */
  private boolean recurs(Goroutine goroutine) {
    List<Site> stack = execution.sites(goroutine.thread().getStackTrace());
    return stack.stream().map(site -> site.className() + "." + site.method()).distinct().count()
        < stack.size();
  }

  private static boolean isBlocked(Goroutine goroutine) {
    Operation pending = goroutine.pending();
    return pending == null || !pending.isWaitingForTime() && !(pending instanceof Spin);
  }

  private boolean isLongAgo(int firing) {
    return firings - firing >= MOST_FIRINGS;
  }
}

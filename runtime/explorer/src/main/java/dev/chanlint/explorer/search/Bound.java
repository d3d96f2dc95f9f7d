package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Transition;

/**
 * Which schedules a bounded search runs.
 *
 * @param preemptions how many preemptions they may have
 * @param earlyTimers whether a timer may fire while something else could still run
 */
public record Bound(int preemptions, boolean earlyTimers) {

  /** Every schedule. */
  static final Bound NONE = new Bound(Integer.MAX_VALUE, true);

  boolean isLimited() {
    return preemptions != Integer.MAX_VALUE;
  }

  boolean allows(Point point, Transition transition, int preemptionsThen) {
    return preemptionsThen <= preemptions
        && (earlyTimers || !transition.isTimer() || point.transitions().getFirst().isTimer());
  }
}

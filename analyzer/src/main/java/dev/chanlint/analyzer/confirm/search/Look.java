package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Effort;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One exploration among several of an entry point.
 *
 * @param effort how hard to look
 * @param bound how many preemptions it is restricted to; negative if to no number
 */
record Look(Effort effort, int bound) {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int MOST_PREEMPTIONS = 2;

  /** What part of the time each restricted look may take: the last look has the rest. */
  private static final int PART = 8;

  /** A short one: most faults lie at hand, and many programs are exhausted at once. */
  static Look first(Budget budget) {
    Duration time = budget.time().compareTo(FIRST) < 0 ? budget.time() : FIRST;
    return new Look(new Effort(Strategy.dpor(), time, budget.executions()), -1);
  }

  /**
   * What comes after the first: with more and more preemptions, for most faults need few; towards
   * the places at fault; and then whatever is left.
   *
   * @param places where the faults are expected
   */
  static List<Look> deeper(Budget budget, List<Site> places) {
    List<Look> looks = new ArrayList<>();
    if (budget.time().compareTo(FIRST) <= 0) {
      return looks;
    }
    Duration part = budget.time().dividedBy(PART);
    long executions = budget.executions();
    if (!places.isEmpty()) {
      looks.add(new Look(new Effort(Strategy.directed(places, 0), part, executions), -1));
    }
    for (int preemptions = 0; preemptions <= MOST_PREEMPTIONS; preemptions++) {
      Strategy bounded = Strategy.bounded(preemptions);
      looks.add(new Look(new Effort(bounded, part, executions), preemptions));
    }
    Duration rest = budget.time().minus(part.multipliedBy(looks.size()));
    looks.add(new Look(new Effort(Strategy.dpor(), rest, executions), -1));
    return looks;
  }

  /** The number of preemptions up to which it covered all; negative if there is none. */
  int complete(Exploration explored) {
    return explored.isCompleteWithinBound() ? bound : -1;
  }
}

package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.Effort;
import dev.chanlint.analyzer.confirm.Limit;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

  /** What part of the limit each look but the last may take, which has the rest. */
  private static final int PART = 8;

  /** A short one: most faults lie at hand, and many programs are exhausted at once. */
  static Look first(Limit limit) {
    Duration time = Collections.min(List.of(limit.time(), firstTime(limit)));
    return new Look(new Effort(Strategy.dpor(), time, part(limit.executions())), -1);
  }

  /**
   * Where executions are limited, it is they that end the look, and not the clock: what is found
   * does not depend on how fast the machine is.
   */
  private static Duration firstTime(Limit limit) {
    return limit.executions() == Long.MAX_VALUE
        ? FIRST
        : Collections.max(List.of(FIRST, limit.time().dividedBy(PART)));
  }

  private static long part(long executions) {
    return Math.max(1, executions / PART);
  }

  /**
   * What comes after the first: with more and more preemptions, for most faults need few; towards
   * the places at fault; and then whatever is left.
   *
   * @param places where the faults are expected
   */
  static List<Look> deeper(Limit limit, List<Site> places) {
    List<Look> looks = new ArrayList<>();
    if (limit.time().compareTo(FIRST) <= 0) {
      return looks;
    }
    Duration part = limit.time().dividedBy(PART);
    long executions = part(limit.executions());
    if (!places.isEmpty()) {
      looks.add(new Look(new Effort(Strategy.directed(places, 0), part, executions), -1));
    }
    for (int preemptions = 0; preemptions <= MOST_PREEMPTIONS; preemptions++) {
      Strategy bounded = Strategy.bounded(preemptions);
      looks.add(new Look(new Effort(bounded, part, executions), preemptions));
    }
    Duration rest = limit.time().minus(part.multipliedBy(looks.size()));
    looks.add(new Look(new Effort(Strategy.dpor(), rest, limit.executions()), -1));
    return looks;
  }

  /** The same with so many executions at most. */
  Look within(long executions) {
    return new Look(
        new Effort(effort.strategy(), effort.time(), Math.min(executions, effort.executions())),
        bound);
  }

  /** The number of preemptions up to which it covered all; negative if there is none. */
  int complete(Exploration explored) {
    return explored.isCompleteWithinBound() ? bound : -1;
  }
}

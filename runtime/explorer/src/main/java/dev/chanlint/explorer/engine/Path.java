package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of the steps of an execution while the next one may begin with the same: whatever
 * would take to ask what else could have been done there. A depth-first search changes few steps at
 * the end from one execution to the next, so most steps are made from here.
 */
final class Path {

  /**
   * A step.
   *
   * @param choice who made it, as {@link Transition#choice} tells
   * @param timer whether it was a timer that fired
   * @param early whether that was while something else could be done
   * @param preemption whether it took over from a goroutine that could go on
   * @param change whether it changed anything that another goroutine could see
   * @param settled whether every waiting goroutine was given the time to get where it waits
   * @param offered the goroutines that could have made it, by number; some may be repeated
   */
  record Made(
      long choice,
      boolean timer,
      boolean early,
      boolean preemption,
      boolean change,
      boolean settled,
      int[] offered) {}

  private final List<Made> steps = new ArrayList<>();

  /** Forgets all but the first steps. */
  void truncate(int size) {
    while (steps.size() > size) {
      steps.removeLast();
    }
  }

  int size() {
    return steps.size();
  }

  Made get(int depth) {
    return steps.get(depth);
  }

  void add(Made step) {
    steps.add(step);
  }

  /** The steps by who made them. */
  long[] choices() {
    long[] choices = new long[steps.size()];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = steps.get(i).choice();
    }
    return choices;
  }
}

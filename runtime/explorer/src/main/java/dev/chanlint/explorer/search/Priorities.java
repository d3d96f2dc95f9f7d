package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010):
 * goroutines have random priorities, the highest runs, and at a few random steps the running one
 * falls below all others. Finds a bug of depth <i>d</i> among <i>n</i> goroutines and <i>k</i>
 * steps with a probability of at least 1/(<i>n</i>·<i>k</i><sup>d-1</sup>) in each execution.
 */
public final class Priorities implements Scheduler {

  private final SplittableRandom random;
  private final int depth;
  private final Map<Integer, Double> priorities = new HashMap<>();
  private final Set<Integer> changePoints = new HashSet<>();
  private int longest = 16;
  private double lowest;

  /**
   * Makes one that picks the same each time for the same seed.
   *
   * @param depth the depth of the bugs looked for; one more than the number of changes
   */
  public Priorities(int depth, long seed) {
    this.random = new SplittableRandom(seed);
    this.depth = depth;
  }

  @Override
  public boolean next() {
    priorities.clear();
    changePoints.clear();
    lowest = 0;
    for (int i = 1; i < depth; i++) {
      changePoints.add(random.nextInt(longest));
    }
    return true;
  }

  @Override
  public int pick(Point point) {
    longest = Math.max(longest, point.depth() + 1);
    int best = highest(point.transitions());
    if (changePoints.remove(point.depth())) {
      priorities.put(point.transitions().get(best).goroutine().id(), --lowest);
      best = highest(point.transitions());
    }
    return among(point.transitions(), point.transitions().get(best).goroutine());
  }

  private int highest(List<Transition> transitions) {
    int best = 0;
    for (int i = 1; i < transitions.size(); i++) {
      if (priority(transitions.get(i)) > priority(transitions.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private double priority(Transition transition) {
    return priorities.computeIfAbsent(
        transition.goroutine().id(), id -> random.nextDouble() + Double.MIN_NORMAL);
  }

  /** One of the goroutine's transitions, at random. */
  private int among(List<Transition> transitions, Goroutine goroutine) {
    int[] own =
        IntStream.range(0, transitions.size())
            .filter(i -> transitions.get(i).goroutine() == goroutine)
            .toArray();
    return own[random.nextInt(own.length)];
  }
}

package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import java.util.SplittableRandom;

/** Picks each step uniformly at random. */
public final class RandomWalk implements Scheduler {

  private final SplittableRandom random;

  /** Makes one that picks the same each time for the same seed. */
  public RandomWalk(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public boolean next() {
    return true;
  }

  @Override
  public int pick(Point point) {
    return random.nextInt(point.transitions().size());
  }
}

package dev.chanlint.explorer.hook;

import java.util.Random;

/** A {@link Random} that knows whether the program gave it a seed. */
public class RandomModel extends Random {

  private static final long serialVersionUID = 1L;

  private boolean seeded;

  /** {@link Random#Random()}: what it draws is open. */
  public RandomModel() {
    super(0);
    seeded = false;
  }

  /** {@link Random#Random(long)}. */
  public RandomModel(long seed) {
    super(seed);
    seeded = true;
  }

  @Override
  public synchronized void setSeed(long seed) {
    super.setSeed(seed);
    seeded = true;
  }

  final boolean isSeeded() {
    return seeded;
  }
}

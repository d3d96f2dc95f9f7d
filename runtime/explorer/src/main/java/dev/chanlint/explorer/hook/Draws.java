package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Stands for {@code Random} and its kin. A draw with few outcomes is a choice, explored like that
 * of a schedule; one with many comes from a sequence that is the same in every execution.
 */
public final class Draws {

  private static final int MAX_EXPLORED = 8;

  private Draws() {}

  /** {@link RandomGenerator#nextBoolean}. */
  public static boolean nextBoolean(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextBoolean();
    }
    return below(2) == 1;
  }

  /** {@link RandomGenerator#nextInt()}. */
  public static int nextInt(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextInt();
    }
    return (int) draw();
  }

  /** {@link RandomGenerator#nextInt(int)}. */
  public static int nextInt(RandomGenerator random, int bound) {
    if (isSeeded(random)) {
      return random.nextInt(bound);
    }
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    return (int) below(bound);
  }

  /** {@link RandomGenerator#nextInt(int, int)}. */
  public static int nextInt(RandomGenerator random, int origin, int bound) {
    if (isSeeded(random)) {
      return random.nextInt(origin, bound);
    }
    return (int) nextLong(random, origin, bound);
  }

  /** {@link RandomGenerator#nextLong()}. */
  public static long nextLong(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextLong();
    }
    return draw();
  }

  /** {@link RandomGenerator#nextLong(long)}. */
  public static long nextLong(RandomGenerator random, long bound) {
    if (isSeeded(random)) {
      return random.nextLong(bound);
    }
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    return below(bound);
  }

  /** {@link RandomGenerator#nextLong(long, long)}. */
  public static long nextLong(RandomGenerator random, long origin, long bound) {
    if (isSeeded(random)) {
      return random.nextLong(origin, bound);
    }
    if (origin >= bound) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    return bound - origin > 0 ? origin + below(bound - origin) : draw();
  }

  /** {@link RandomGenerator#nextDouble()}. */
  public static double nextDouble(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextDouble();
    }
    return random();
  }

  /** {@link RandomGenerator#nextFloat()}. */
  public static float nextFloat(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextFloat();
    }
    return (draw() >>> 40) * 0x1.0p-24f;
  }

  /** {@link RandomGenerator#nextGaussian()}. */
  public static double nextGaussian(RandomGenerator random) {
    if (isSeeded(random)) {
      return random.nextGaussian();
    }
    double u = 1 - random();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random());
  }

  /** {@link Math#random}. */
  public static double random() {
    return (draw() >>> 11) * 0x1.0p-53;
  }

  /** Whether to draw as the program's seed says; if so, others' draws are ordered with this one. */
  private static boolean isSeeded(RandomGenerator random) {
    if (random instanceof RandomModel model) {
      if (model.isSeeded()) {
        Atomics.access(random, VolatileAccess.Kind.UPDATE.ordinal());
      }
      return model.isSeeded();
    }
    if (!(random instanceof Random)) {
      Effects.refuse(
          "draws from a " + random.getClass().getSimpleName() + ", which is not modelled");
    }
    return false;
  }

  private static long below(long bound) {
    return bound <= MAX_EXPLORED
        ? Execution.require().choose("random", (int) bound)
        : Math.floorMod(draw(), bound);
  }

  private static long draw() {
    Goroutine self = Execution.self();
    self.execution().progress();
    return JavaThread.of(self).draw();
  }
}

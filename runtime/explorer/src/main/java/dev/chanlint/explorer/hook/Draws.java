package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
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
    return below(2) == 1;
  }

  /** {@link RandomGenerator#nextInt()}. */
  public static int nextInt(RandomGenerator random) {
    return (int) draw();
  }

  /** {@link RandomGenerator#nextInt(int)}. */
  public static int nextInt(RandomGenerator random, int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    return (int) below(bound);
  }

  /** {@link RandomGenerator#nextInt(int, int)}. */
  public static int nextInt(RandomGenerator random, int origin, int bound) {
    return (int) nextLong(random, origin, bound);
  }

  /** {@link RandomGenerator#nextLong()}. */
  public static long nextLong(RandomGenerator random) {
    return draw();
  }

  /** {@link RandomGenerator#nextLong(long)}. */
  public static long nextLong(RandomGenerator random, long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    return below(bound);
  }

  /** {@link RandomGenerator#nextLong(long, long)}. */
  public static long nextLong(RandomGenerator random, long origin, long bound) {
    if (origin >= bound) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    return bound - origin > 0 ? origin + below(bound - origin) : draw();
  }

  /** {@link RandomGenerator#nextDouble()}. */
  public static double nextDouble(RandomGenerator random) {
    return random();
  }

  /** {@link RandomGenerator#nextFloat()}. */
  public static float nextFloat(RandomGenerator random) {
    return (draw() >>> 40) * 0x1.0p-24f;
  }

  /** {@link RandomGenerator#nextGaussian()}. */
  public static double nextGaussian(RandomGenerator random) {
    double u = 1 - random();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random());
  }

  /** {@link Math#random}. */
  public static double random() {
    return (draw() >>> 11) * 0x1.0p-53;
  }

  private static long below(long bound) {
    return bound <= MAX_EXPLORED
        ? Execution.require().choose("random", (int) bound)
        : Math.floorMod(draw(), bound);
  }

  private static long draw() {
    Goroutine self = Execution.self();
    return JavaThread.of(self).draw();
  }
}

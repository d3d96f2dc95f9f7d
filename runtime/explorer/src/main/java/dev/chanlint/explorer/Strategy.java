package dev.chanlint.explorer;

/** Which schedules an exploration runs. */
public sealed interface Strategy {

  /** One execution for every Mazurkiewicz trace: every schedule that can differ. The default. */
  static Strategy dpor() {
    return new Traces();
  }

  /** Every interleaving of the steps: what other strategies are checked against. */
  static Strategy naive() {
    return new Interleavings();
  }

  /** Each step at random, until the budget is spent. */
  static Strategy random(long seed) {
    return new Random(seed);
  }

  /**
   * Probabilistic concurrency testing, until the budget is spent.
   *
   * @param depth the depth of the bugs looked for, at least 1
   * @param seed the same seed gives the same schedules
   */
  static Strategy pct(int depth, long seed) {
    if (depth < 1) {
      throw new IllegalArgumentException("depth below 1: " + depth);
    }
    return new Pct(depth, seed);
  }

  /**
   * Every schedule with at most so many preemptions.
   *
   * @param preemptions how many; not negative
   */
  static Strategy bounded(int preemptions) {
    if (preemptions < 0) {
      throw new IllegalArgumentException("negative number of preemptions: " + preemptions);
    }
    return new Bounded(preemptions);
  }

  /** See {@link Strategy#dpor}. */
  record Traces() implements Strategy {}

  /** See {@link Strategy#naive}. */
  record Interleavings() implements Strategy {}

  /** See {@link Strategy#random}. */
  record Random(long seed) implements Strategy {}

  /** See {@link Strategy#pct}. */
  record Pct(int depth, long seed) implements Strategy {}

  /** See {@link Strategy#bounded}. */
  record Bounded(int preemptions) implements Strategy {}
}

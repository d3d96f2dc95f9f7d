package dev.chanlint.explorer;

import java.util.Collection;
import java.util.List;

/** Which schedules an exploration runs. */
public sealed interface Strategy {

  /**
   * One execution for every Mazurkiewicz trace: every schedule that can differ. The default.
   *
   * @return the strategy
   */
  static Strategy dpor() {
    return new Traces();
  }

  /**
   * Every interleaving of the steps: what other strategies are checked against.
   *
   * @return the strategy
   */
  static Strategy naive() {
    return new Interleavings();
  }

  /**
   * Each step at random, until the budget is spent.
   *
   * @param seed the same seed gives the same schedules
   * @return the strategy
   */
  static Strategy random(long seed) {
    return new Random(seed);
  }

  /**
   * Probabilistic concurrency testing, until the budget is spent.
   *
   * @param depth the depth of the bugs looked for, at least 1
   * @param seed the same seed gives the same schedules
   * @return the strategy
   */
  static Strategy pct(int depth, long seed) {
    if (depth < 1) {
      throw new IllegalArgumentException("depth below 1: " + depth);
    }
    return new Pct(depth, seed);
  }

  /**
   * What schedules with at most so many preemptions can meet: first without any, then with one, and
   * so on, each time but those that can differ.
   *
   * @param preemptions how many; not negative
   * @return the strategy
   */
  static Strategy bounded(int preemptions) {
    if (preemptions < 0) {
      throw new IllegalArgumentException("negative number of preemptions: " + preemptions);
    }
    return new Bounded(preemptions);
  }

  /**
   * Goes for places, at random, until the budget is spent: goroutines are held at them as long as
   * others can go on, or sent to them first. What goes wrong where goroutines meet there is met
   * soon (Sen, <i>Race Directed Random Testing of Concurrent Programs</i>, PLDI 2008).
   *
   * @param places where; only file and line count, and the class unless it is empty
   * @param seed the same seed gives the same schedules
   * @return the strategy
   */
  static Strategy directed(Collection<Site> places, long seed) {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no place to be directed to");
    }
    return new Directed(List.copyOf(places), seed);
  }

  /**
   * Reads a strategy: {@code dpor}, {@code naive}, {@code random} or {@code random(seed)}, {@code
   * pct(depth)} or {@code pct(depth,seed)}, {@code bounded(preemptions)}, {@code
   * directed(File.java:line,…)}. A seed that is left out is 0.
   *
   * @param text the strategy in words
   * @return the strategy
   * @throws IllegalArgumentException if the text is none; the message says what one reads like
   */
  static Strategy parse(String text) {
    return StrategyText.parse(text);
  }

  /** See {@link Strategy#dpor}. */
  record Traces() implements Strategy {}

  /** See {@link Strategy#naive}. */
  record Interleavings() implements Strategy {}

  /**
   * See {@link Strategy#random}.
   *
   * @param seed the same seed gives the same schedules
   */
  record Random(long seed) implements Strategy {}

  /**
   * See {@link Strategy#pct}.
   *
   * @param depth the depth of the bugs looked for
   * @param seed the same seed gives the same schedules
   */
  record Pct(int depth, long seed) implements Strategy {}

  /**
   * See {@link Strategy#bounded}.
   *
   * @param preemptions how many a schedule may have
   */
  record Bounded(int preemptions) implements Strategy {}

  /**
   * See {@link Strategy#directed}.
   *
   * @param places where to go
   * @param seed the same seed gives the same schedules
   */
  record Directed(List<Site> places, long seed) implements Strategy {}
}

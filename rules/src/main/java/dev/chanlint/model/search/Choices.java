package dev.chanlint.model.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** The choices of one run: those given, then always the same, or drawn by lot. */
final class Choices {

  private final List<Integer> given;
  private final IntUnaryOperator beyond;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();
  private final BitSet ofData = new BitSet();
  private final BitSet ofTurns = new BitSet();
  private int open = Integer.MAX_VALUE;

  Choices(List<Integer> given) {
    this(given, 0);
  }

  Choices(List<Integer> given, int otherwise) {
    this(given, count -> Math.min(otherwise, count - 1));
  }

  private Choices(List<Integer> given, IntUnaryOperator beyond) {
    this.given = given;
    this.beyond = beyond;
  }

  /** Choices of which each is drawn. */
  static Choices drawn(RandomGenerator random) {
    return new Choices(List.of(), random::nextInt);
  }

  int next(int count) {
    return next(count, count);
  }

  private int next(int count, int worthwhile) {
    return take(isBeyondGiven() ? beyond.applyAsInt(count) : nextGiven(count), worthwhile);
  }

  private int nextGiven(int count) {
    return Math.min(given.get(taken.size()), count - 1);
  }

  private int take(int choice, int worthwhile) {
    taken.add(choice);
    options.add(worthwhile);
    return choice;
  }

  /** A choice that is about data, of which the first option is the likely one. */
  int nextOfData(int count) {
    ofData.set(taken.size());
    return isBeyondGiven()
        ? take(Math.min(beyond.applyAsInt(count), beyond.applyAsInt(count)), count)
        : next(count);
  }

  /** Whether the goroutine that runs goes on, the first option, or another is let in before it. */
  int nextOfTurn(int count) {
    ofTurns.set(taken.size());
    return isBeyondGiven() ? take(0, count) : next(count);
  }

  /** A choice after which the run tells nothing, whatever it is. */
  int nextInVain(int count) {
    return next(count, 1);
  }

  /** Whether all given choices were made. */
  boolean isBeyondGiven() {
    return taken.size() >= given.size();
  }

  List<Integer> taken() {
    return List.copyOf(taken);
  }

  /** From here on other choices are not worth a run. */
  void close() {
    open = Math.min(open, taken.size());
  }

  /** How many choices were made before others were not worth a run any more. */
  int openSize() {
    return Math.min(open, taken.size());
  }

  /** How many of them were given. */
  int givenSize() {
    return Math.min(given.size(), taken.size());
  }

  /** Whether a choice has an option that is worth a run. */
  boolean hasOption(int at, int option) {
    return option < options.get(at);
  }

  /** Whether a choice is about data. */
  boolean isOfData(int at) {
    return ofData.get(at);
  }

  /** Whether a choice is about whether to hold up the goroutine that runs. */
  boolean isOfTurn(int at) {
    return ofTurns.get(at);
  }

  /** How often a choice about data was not the likely one. */
  int deviations() {
    return (int) ofData.stream().filter(at -> taken.get(at) > 0).count();
  }

  /** How often a goroutine was held up that could have gone on. */
  int preemptions() {
    return (int) ofTurns.stream().filter(at -> taken.get(at) > 0).count();
  }

  /** Which option was taken. */
  int taken(int at) {
    return taken.get(at);
  }

  /** The choices before one, and another in its place. */
  List<Integer> changed(int at, int option) {
    List<Integer> changed = new ArrayList<>(taken.subList(0, at));
    changed.add(option);
    return changed;
  }
}

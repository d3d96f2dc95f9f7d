package dev.chanlint.explorer.engine;

import java.util.List;

/** A state in which the next step is to be chosen. */
public interface Point {

  /** How many steps led here. */
  int depth();

  /**
   * What can be done: first the goroutines of the last step, then the others by number, then
   * timers. The same in every execution with the same steps before.
   */
  List<Transition> transitions();

  /** How many goroutines were started, the ended ones too; they are numbered from 1. */
  int goroutines();

  /** The pending operations, of those that wait too, and what each is interested in. */
  List<Interest> interests();

  /** What a transition's operations are interested in. */
  Footprint interest(Transition transition);

  /**
   * A pending operation.
   *
   * @param goroutine the number of the goroutine
   * @param footprint what the operation is interested in
   */
  record Interest(int goroutine, Footprint footprint) {}

  /** Whether a transition would take over from a goroutine that could go on. */
  boolean isPreemption(Transition transition);
}

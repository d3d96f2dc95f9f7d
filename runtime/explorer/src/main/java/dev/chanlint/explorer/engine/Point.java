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

  /** Whether a transition would take over from a goroutine that could go on. */
  boolean isPreemption(Transition transition);
}

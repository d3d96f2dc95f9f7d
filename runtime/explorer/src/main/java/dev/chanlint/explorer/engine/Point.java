package dev.chanlint.explorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state in which the next step is to be chosen. */
public interface Point {

  /** How many steps led here. */
  int depth();

  /**
   * What can be done: first the goroutines of the last step, then the others by number, then
   * timers. The same in every execution with the same steps before.
   */
  List<Transition> transitions();

  /** The goroutines, the ended ones too, in the order of starting. */
  List<Goroutine> goroutines();

  /**
   * What a goroutine could do in this state, had some of the steps that led here not been made.
   *
   * @param goroutine the goroutine
   * @param undone the positions of those steps, ascending; with each, all that depend on it
   * @param count how many they are
   * @return null if that cannot be told
   */
  @Nullable List<Move> without(Goroutine goroutine, int[] undone, int count);

  /** How many cells have a {@linkplain Names fleeting} number. */
  int fleetingCells();

  /** The steps that led here, in this execution. */
  List<Transition> made();

  /**
   * Whether the time for all executions is up: nothing that is still to be done about this one will
   * be needed.
   */
  boolean isTimeUp();

  /** Whether a transition would take over from a goroutine that could go on. */
  boolean isPreemption(Transition transition);
}

package dev.chanlint.explorer.engine;

/** Chooses the schedules of one execution after another; what a search strategy comes down to. */
public interface Scheduler {

  /** What {@link #pick} answers to end the execution there, as one that teaches nothing. */
  int CUT = -1;

  /**
   * Prepares the next execution.
   *
   * @return false if there is none: everything that this is to cover was covered
   */
  boolean next();

  /**
   * How many steps the next execution begins with that the one before it on the same {@link Driver}
   * began with too; {@link #pick} is not asked for those again. The rest is asked for, although it
   * may turn out the same.
   */
  default int again() {
    return 0;
  }

  /** What numbers the goroutines and cells of the next execution. */
  default Names names() {
    return new Names();
  }

  /**
   * Chooses the next step.
   *
   * @param point the state, with at least one transition
   * @return the index of one of {@link Point#transitions}, or {@link #CUT}
   */
  int pick(Point point);

  /**
   * Takes note of the state that an execution ended in. Not called if it was {@link #CUT}.
   *
   * @param point the state; nothing can be done in it, or nothing is to be done any more
   */
  default void ended(Point point) {}
}

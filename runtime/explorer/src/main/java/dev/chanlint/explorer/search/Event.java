package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.List;

/**
 * A step in a {@link Trace}.
 *
 * @param index its position, from 0
 * @param move the step
 * @param interest what all alternatives of its operations are interested in
 * @param flexible whether its operations could have gone another way
 * @param vain whether its goroutine has to let another make a step before its next
 * @param clock for each goroutine, one more than the position of its last step up to here that this
 *     step depends on, itself included
 * @param covered how many of the first steps of all are before this one without a gap
 * @param links its places among the steps that touch the same cells
 * @param races what could have been done in place of an earlier step or of this one, found when
 *     this step was made
 */
record Event(
    int index,
    Move move,
    Footprint interest,
    boolean flexible,
    boolean vain,
    int[] clock,
    int covered,
    Touched.Links links,
    List<Race> races) {

  Event(
      int index,
      Move move,
      Footprint interest,
      boolean flexible,
      boolean vain,
      int[] clock,
      int covered,
      Touched.Links links) {
    this(index, move, interest, flexible, vain, clock, covered, links, new ArrayList<>(2));
  }

  /** Whether a move cannot be made right after this step, though it does not depend on others. */
  boolean holdsBack(Move next) {
    return vain && Move.partner(next.key()) == 0 && move.sharesGoroutine(next);
  }

  /** Whether this step is before a moment with the given clock. */
  boolean happensBefore(int[] moment) {
    int goroutine = Move.goroutine(move.key());
    return goroutine < moment.length && moment[goroutine] > index;
  }

  /** Whether the other step depends on this one. */
  boolean happensBefore(Event other) {
    return happensBefore(other.clock);
  }
}

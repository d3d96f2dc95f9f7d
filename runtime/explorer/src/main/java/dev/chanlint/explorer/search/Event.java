package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;

/**
 * A step in a {@link Trace}.
 *
 * @param index its position, from 0
 * @param move the step
 * @param interest what all alternatives of its operations are interested in
 * @param clock for each goroutine, one more than the position of its last step up to here that this
 *     step depends on, itself included
 * @param latestCause the position of the last other step that this one depends on; -1 if none
 * @param covered how many of the first steps of all are before this one without a gap
 */
record Event(int index, Move move, Footprint interest, int[] clock, int latestCause, int covered) {

  /** Whether this step is before a moment with the given clock. */
  boolean happensBefore(int[] moment) {
    int goroutine = Move.goroutine(move.key());
    return goroutine < moment.length && moment[goroutine] > index;
  }
}

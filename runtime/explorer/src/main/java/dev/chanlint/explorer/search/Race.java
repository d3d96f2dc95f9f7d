package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import org.jspecify.annotations.Nullable;

/** Something that could have been done had a step not been made; it conflicts with that step. */
final class Race {

  private final Event earlier;
  private final int position;
  private final Move instead;
  private @Nullable Event settledBy;
  private boolean settledFirst;
  private @Nullable Event seenTo;

  /**
   * Makes one.
   *
   * @param earlier the step
   * @param position the position where it could have been done, had neither that step been made nor
   *     any that depends on it
   * @param instead what could have been done
   */
  Race(Event earlier, int position, Move instead) {
    this.earlier = earlier;
    this.position = position;
    this.instead = instead;
  }

  Event earlier() {
    return earlier;
  }

  int position() {
    return position;
  }

  Move instead() {
    return instead;
  }

  boolean isFor(Event step, long key) {
    return earlier == step && instead.key() == key;
  }

  /**
   * Notes that nothing is to be done about it while a step is part of the trace: searches that
   * begin with that step, in place of the earlier one, see to it.
   */
  void settle(Event by) {
    settledBy = by;
  }

  /**
   * Notes that nothing is to be done about it where what could have been done comes first: searches
   * that begin with that see to it.
   */
  void settleFirst() {
    settledFirst = true;
  }

  boolean isSettledFirst() {
    return settledFirst;
  }

  /**
   * Notes that the {@link Continuation} it called for was seen to. That it calls for another is not
   * idle: what is done besides its own two steps decides where in a wakeup tree it belongs.
   *
   * @param end the last step of that continuation
   */
  void seenTo(Event end) {
    seenTo = end;
  }

  /** Whether there is nothing to be done about it in an execution. */
  boolean isSettled(Trace trace) {
    return settledBy != null && trace.has(settledBy)
        || seenTo != null && trace.has(seenTo) && trace.isAllAfter(earlier, seenTo.index() + 1);
  }
}

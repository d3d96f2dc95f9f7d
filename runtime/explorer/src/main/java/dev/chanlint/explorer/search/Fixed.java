package dev.chanlint.explorer.search;

import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.List;
import java.util.stream.Collectors;

/** Runs one given schedule. */
public final class Fixed implements Scheduler {

  private final long[] choices;
  private boolean begun;

  /** Makes one for the choices, as {@link Transition#choice} tells them. */
  public Fixed(long[] choices) {
    this.choices = choices.clone();
  }

  @Override
  public boolean next() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ScheduleMismatchException if the code under test cannot do what the schedule says
   */
  @Override
  public int pick(Point point) {
    List<Transition> transitions = point.transitions();
    if (point.depth() >= choices.length) {
      throw new ScheduleMismatchException(
          "the schedule ends after step %d, but the code under test goes on (%s)"
              .formatted(choices.length, possible(transitions)));
    }
    long key = choices[point.depth()];
    for (int i = 0; i < transitions.size(); i++) {
      if (transitions.get(i).choice() == key) {
        return i;
      }
    }
    throw new ScheduleMismatchException(
        "step %d of the schedule is not possible: it is goroutine %d's turn, possible are %s"
            .formatted(point.depth() + 1, Move.goroutine(key), possible(transitions)));
  }

  private static String possible(List<Transition> transitions) {
    return transitions.stream()
        .map(t -> t.goroutine() + " " + t.operation().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Goroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When goroutines last did one thing, to tell who did it in no order with another thing done now.
 * The moments are epochs as in FastTrack (Flanagan and Freund, PLDI 2009): of those of one
 * goroutine the last stands for all, for what is ordered after it is ordered after the others.
 */
final class Moments {

  /**
   * One of them.
   *
   * @param goroutine whose
   * @param tick its component of its own clock then
   * @param stack where it stood, innermost first; empty if the execution is not traced
   */
  record Moment(int goroutine, int tick, List<Site> stack) {

    static Moment now(Goroutine goroutine) {
      int id = goroutine.id();
      return new Moment(id, goroutine.clock().get(id), goroutine.stack());
    }

    private boolean isBefore(Goroutine other) {
      return goroutine == other.id() || other.clock().covers(goroutine, tick);
    }
  }

  private final List<Moment> moments = new ArrayList<>();

  /** The goroutine does it now. */
  void note(Goroutine goroutine) {
    moments.removeIf(moment -> moment.goroutine == goroutine.id());
    moments.add(Moment.now(goroutine));
  }

  /** One that does not happen before what the goroutine does now. */
  Optional<Moment> unorderedWith(Goroutine goroutine) {
    return moments.stream().filter(moment -> !moment.isBefore(goroutine)).findFirst();
  }
}

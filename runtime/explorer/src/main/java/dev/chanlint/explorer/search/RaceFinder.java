package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the {@link Race}s of an execution, step by step. There are two kinds. An operation that
 * comes after a step could also have come before it. And an operation that was performed could have
 * gone another way, which a later step has made possible.
 */
final class RaceFinder {

  /** Tells whether a goroutine could do something before a step. */
  interface Past {
    boolean couldMove(int position, int goroutine);
  }

  private final Trace trace;
  private final Past past;
  private int[] undone = new int[32];
  private int checked;

  RaceFinder(Trace trace, Past past) {
    this.trace = trace;
    this.past = past;
  }

  /**
   * What the operations of a step about to be made could have done before earlier steps.
   *
   * @param interest what all alternatives of its operations are interested in
   */
  List<Race> before(Point point, Transition transition, Footprint interest) {
    List<Race> races = new ArrayList<>(2);
    Footprint done = transition.move().footprint();
    Operation partner = transition.partner();
    if (partner == null) {
      seek(point, transition.operation(), interest, done, races);
    } else {
      seek(point, transition.operation(), transition.operation().interest(), done, races);
      seek(point, partner, partner.interest(), done, races);
    }
    return races;
  }

  /** What the operations that are still pending could have done before steps. */
  List<Race> atEnd(Point point) {
    List<Race> races = new ArrayList<>();
    for (Goroutine goroutine : point.goroutines()) {
      Operation operation = goroutine.pending();
      if (operation != null) {
        Footprint interest = operation.interest();
        seek(point, operation, interest, interest, races);
      }
    }
    return races;
  }

  /**
   * Looks at earlier steps, from the last one back. One that conflicts with the operation hides
   * those before it that it depends on, if they can be turned round: the race with those comes up
   * once they are. If they cannot, as an unlock and the lock that it makes possible, it hides
   * nothing.
   *
   * @param interest what all alternatives of the operation are interested in
   * @param done what the operation touches as it is performed
   */
  private void seek(
      Point point, Operation operation, Footprint interest, Footprint done, List<Race> into) {
    int goroutine = operation.goroutine().lineage();
    int[] own = trace.clock(goroutine);
    int[] hidden = own;
    Lookback lookback = new Lookback(trace, interest, trace.covered(goroutine));
    for (Event earlier = lookback.next(own); earlier != null; earlier = lookback.next(hidden)) {
      if (interest.conflicts(earlier.interest())
          && found(point, earlier, operation, interest, into)
          && earlier.move().footprint().conflicts(done)) {
        hidden = hidden == own ? trace.copy(own) : hidden;
        Trace.join(hidden, earlier.clock());
      }
    }
  }

  /** Adds what an operation could have done without a step; tells whether there is anything. */
  private boolean found(
      Point point, Event earlier, Operation operation, Footprint interest, List<Race> into) {
    int goroutine = operation.goroutine().lineage();
    int count = undo(earlier);
    List<Move> moves = point.without(operation.goroutine(), undone, count);
    if (moves == null) {
      return suppose(earlier, goroutine, interest, into);
    }
    boolean found = false;
    for (Move move : moves) {
      if (move.dependsOn(earlier.move())) {
        add(new Race(earlier, trace.size(), move), into);
        found = true;
      }
    }
    return found;
  }

  /** Supposes that an operation could have been done, unless it was seen that it could not. */
  private boolean suppose(Event earlier, int goroutine, Footprint interest, List<Race> into) {
    boolean waited = trace.lastOf(goroutine) < earlier.index();
    if (waited && !past.couldMove(earlier.index(), goroutine)) {
      return false;
    }
    add(new Race(earlier, trace.size(), Move.any(goroutine, interest)), into);
    return waited;
  }

  private static void add(Race race, List<Race> into) {
    for (Race known : into) {
      if (known.isFor(race.earlier(), race.instead().key())) {
        return;
      }
    }
    into.add(race);
  }

  /** After the last step: what it has made possible for operations that went another way before. */
  void afterLast(Point point) {
    checked = Math.min(checked, trace.size());
    if (checked == trace.size()) {
      return;
    }
    checked = trace.size();
    Event last = trace.last();
    // those that the last step covers made none possible
    Lookback lookback = new Lookback(trace, last.move().footprint(), last.covered());
    for (Event earlier = lookback.next(last.clock());
        earlier != null;
        earlier = lookback.next(last.clock())) {
      if (earlier.flexible() && last.move().footprint().conflicts(earlier.interest())) {
        Transition made = point.made().get(earlier.index());
        enabled(point, earlier, made.operation(), last);
        Operation partner = made.partner();
        if (partner != null) {
          enabled(point, earlier, partner, last);
        }
      }
    }
  }

  /** Adds what an operation performed earlier could have done instead, made possible by a step. */
  private void enabled(Point point, Event earlier, Operation operation, Event by) {
    int count = undo(earlier);
    List<Move> moves = point.without(operation.goroutine(), undone, count);
    if (moves == null) {
      moves = List.of(Move.any(operation.goroutine().lineage(), earlier.interest()));
    }
    for (Move move : moves) {
      if (move.key() != earlier.move().key() && move.footprint().conflicts(by.move().footprint())) {
        add(new Race(earlier, trace.size(), move), by.races());
      }
    }
  }

  /** Notes the positions of a step and of all that depend on it; returns how many they are. */
  private int undo(Event step) {
    int count = 0;
    for (int i = step.index(); i < trace.size(); i++) {
      if (i == step.index() || step.happensBefore(trace.get(i))) {
        if (count == undone.length) {
          undone = Arrays.copyOf(undone, 2 * count);
        }
        undone[count++] = i;
      }
    }
    return count;
  }
}

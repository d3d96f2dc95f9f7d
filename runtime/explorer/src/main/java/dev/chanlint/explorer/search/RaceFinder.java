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
    for (Event earlier = lookback.next(own);
        earlier != null && !point.isTimeUp();
        earlier = lookback.next(hidden)) {
      if (interest.conflicts(earlier.interest())
          && found(point, earlier, operation, interest, into)
          && done.follows(earlier.move().footprint())) {
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
    if (trace.lastFlexible() < last.covered()) {
      return;
    }
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

  /**
   * What a race calls for beside the continuation in which what could have been done leaves out
   * what was done later. That may have been possible because what was done in its place did not
   * conflict with what was done later, where this would have: so it also comes after that, as far
   * as it can be done then, and whichever way its operation can go then.
   */
  List<Continuation> afterAll(Point point, Race race) {
    List<Continuation> continuations = new ArrayList<>();
    long key = race.instead().key();
    if (!race.instead().isAny() && conflictsWithLater(race)) {
      afterAll(point, race, Move.goroutine(key), continuations);
      if (Move.partner(key) != 0) {
        afterAll(point, race, Move.partner(key), continuations);
      }
    }
    return continuations;
  }

  private boolean conflictsWithLater(Race race) {
    for (int i = race.position(); i < trace.size(); i++) {
      Event event = trace.get(i);
      if (!race.earlier().happensBefore(event)
          && !event.move().sharesGoroutine(race.instead())
          && event.move().footprint().conflicts(race.instead().footprint())) {
        return true;
      }
    }
    return false;
  }

  private void afterAll(Point point, Race race, int goroutine, List<Continuation> into) {
    Event earlier = race.earlier();
    List<Event> kept = Continuation.keptBefore(trace, earlier, race.position(), goroutine);
    int count = undoAllBut(kept, earlier.index());
    List<Move> moves = point.without(goroutineOf(point, goroutine), undone, count);
    if (moves != null) {
      for (Move move : moves) {
        if (move.key() != earlier.move().key() && move.dependsOn(earlier.move())) {
          into.add(new Continuation(trace, new Race(earlier, trace.size(), move), kept));
        }
      }
    }
  }

  private static Goroutine goroutineOf(Point point, int lineage) {
    for (Goroutine goroutine : point.goroutines()) {
      if (goroutine.lineage() == lineage) {
        return goroutine;
      }
    }
    throw new IllegalArgumentException("no goroutine " + lineage);
  }

  /** Notes the positions of all steps from one on but some; returns how many they are. */
  private int undoAllBut(List<Event> kept, int from) {
    int count = 0;
    int next = 0;
    for (int i = from; i < trace.size(); i++) {
      if (next < kept.size() && kept.get(next).index() == i) {
        next++;
      } else {
        count = undo(i, count);
      }
    }
    return count;
  }

  /** Notes the positions of a step and of all that depend on it; returns how many they are. */
  private int undo(Event step) {
    int count = 0;
    for (int i = step.index(); i < trace.size(); i++) {
      if (i == step.index() || step.happensBefore(trace.get(i))) {
        count = undo(i, count);
      }
    }
    return count;
  }

  private int undo(int position, int count) {
    if (count == undone.length) {
      undone = Arrays.copyOf(undone, 2 * count);
    }
    undone[count] = position;
    return count + 1;
  }
}

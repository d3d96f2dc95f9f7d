package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Steps that can be made in place of one that was: all that was done after it without depending on
 * it, and then something that conflicts with it.
 */
final class Continuation {

  /** A move that cannot be made first. */
  static final int NOT_FIRST = -2;

  /** A move that is not part of the steps, and could be made before all of them. */
  static final int BESIDE = -1;

  private final Trace trace;
  private final Race race;

  /** The steps that are left, from {@link #from} on: most are taken out in their order. */
  private final Event[] events;

  private final Event end;
  private final Move last;
  private int from;
  private boolean hasLast = true;

  /**
   * Steps after which comes what a race says could have been done.
   *
   * @param kept the steps, as {@link #keptBefore} tells
   */
  Continuation(Trace trace, Race race, List<Event> kept) {
    this.trace = trace;
    this.race = race;
    this.last = race.instead();
    this.events = kept.toArray(new Event[0]);
    this.end = kept.isEmpty() ? race.earlier() : kept.getLast();
  }

  /** What a race calls for: what could have been done comes where it could have been. */
  static Continuation of(Trace trace, Race race) {
    Move instead = race.instead();
    return new Continuation(
        trace,
        race,
        kept(
            trace,
            race.earlier(),
            event -> event.index() >= race.position() && event.move().dependsOn(instead)));
  }

  /**
   * All that can be done without a step, before a goroutine goes on.
   *
   * @param position where it could have gone on
   */
  static List<Event> keptBefore(Trace trace, Event without, int position, int goroutine) {
    return kept(
        trace, without, event -> event.index() >= position && event.move().involves(goroutine));
  }

  /** All that was done after a step without depending on it or on what is left out with it. */
  private static List<Event> kept(Trace trace, Event without, Predicate<Event> isLeftOut) {
    List<Event> left = new ArrayList<>();
    List<Event> kept = new ArrayList<>();
    left.add(without);
    for (int i = without.index() + 1; i < trace.size(); i++) {
      Event event = trace.get(i);
      if (isAfterAny(left, event)) {
        continue;
      }
      if (isLeftOut.test(event) || isHeldBack(trace, without, kept, event)) {
        left.add(event);
      } else {
        kept.add(event);
      }
    }
    return kept;
  }

  /** Whether what let its goroutine go on after a yield is not there any more. */
  private static boolean isHeldBack(Trace trace, Event without, List<Event> kept, Event event) {
    int before = kept.isEmpty() ? without.index() - 1 : kept.getLast().index();
    return before >= 0 && before != event.index() - 1 && trace.get(before).holdsBack(event.move());
  }

  private static boolean isAfterAny(List<Event> left, Event event) {
    for (Event other : left) {
      if (other.happensBefore(event)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return from == events.length && !hasLast;
  }

  /**
   * The last of its steps in the trace, or else the one that is not made: these are the steps as
   * long as nothing comes after it that does not depend on the one that is not made.
   */
  Event end() {
    return end;
  }

  /**
   * Notes that searches which begin with the move at a position see to the race, whatever else is
   * done: as long as that step is part of the trace, for the race is no longer than its own two
   * steps are. A move that is {@link #BESIDE} sees to it only while nothing is added that depends
   * on it.
   */
  void settle(int position) {
    if (position >= 0 && position < events.length) {
      race.settle(events[position]);
    } else if (position == events.length) {
      race.settleFirst();
    }
  }

  /**
   * Where a move is that can be made first: a weak initial, as the paper has it.
   *
   * @param fleetingCells how many of the cells with fleeting numbers have the same here as in the
   *     execution that the move was found in
   * @return its position, {@link #BESIDE} or {@link #NOT_FIRST}
   */
  int find(Move move, int fleetingCells) {
    for (int i = from; i < events.length; i++) {
      Move own = events[i].move();
      if (own.key() == move.key()) {
        return isFirst(i) ? i : NOT_FIRST;
      }
      if (own.sharesGoroutine(move)) {
        return NOT_FIRST;
      }
    }
    if (hasLast && last.sharesGoroutine(move)) {
      return last.key() == move.key() && isLastFirst() ? events.length : NOT_FIRST;
    }
    return isBeside(move, fleetingCells) ? BESIDE : NOT_FIRST;
  }

  private boolean isFirst(int position) {
    Event event = events[position];
    for (int i = from; i < position; i++) {
      if (events[i].happensBefore(event)) {
        return false;
      }
    }
    return true;
  }

  private boolean isLastFirst() {
    for (int i = from; i < events.length; i++) {
      Event event = events[i];
      if (last.follows(event.move()) || started(event, last)) {
        return false;
      }
    }
    return true;
  }

  private boolean started(Event event, Move move) {
    int partner = Move.partner(move.key());
    return trace.originOf(Move.goroutine(move.key())) == event.index()
        || partner != 0 && trace.originOf(partner) == event.index();
  }

  /** Whether a move conflicts with none that is left. */
  private boolean isBeside(Move move, int fleetingCells) {
    if (move.isAny()) {
      return false;
    }
    boolean isNamed = move.footprint().isNamed(fleetingCells);
    for (int i = from; i < events.length; i++) {
      if (mayConflict(move, isNamed, events[i].move(), fleetingCells)) {
        return false;
      }
    }
    return !hasLast || !mayConflict(move, isNamed, last, fleetingCells);
  }

  /**
   * Whether two moves conflict, as far as can be told. What has a fleeting number that is new after
   * this state may be the same in both under whatever numbers; it is none of what has a name.
   */
  private static boolean mayConflict(Move move, boolean isNamed, Move other, int fleetingCells) {
    return move.footprint().conflicts(other.footprint())
        || !isNamed && !other.footprint().isNamed(fleetingCells);
  }

  /**
   * Takes out a move that can be made first, or is made {@link #BESIDE}; false if it cannot.
   *
   * @param fleetingCells as for {@link #find}
   */
  boolean goBy(Move move, int fleetingCells) {
    int position = find(move, fleetingCells);
    if (position == events.length) {
      hasLast = false;
    } else if (position >= 0) {
      System.arraycopy(events, from, events, from + 1, position - from);
      from++;
    }
    return position != NOT_FIRST;
  }

  /** The moves, in order. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>(events.length - from + 1);
    for (int i = from; i < events.length; i++) {
      moves.add(events[i].move());
    }
    if (hasLast) {
      moves.add(last);
    }
    return moves;
  }
}

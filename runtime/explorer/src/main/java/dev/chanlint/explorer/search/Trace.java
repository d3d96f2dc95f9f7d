package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The steps of an execution and which of them depend on which, transitively. */
final class Trace {

  private static final int[] NOTHING = {};

  private final List<Event> events = new ArrayList<>();

  /** For each goroutine, from 1, the position of the step that started it; -1 for main. */
  private final List<Integer> origins = new ArrayList<>();

  /** For each goroutine, from 1, the position of its last step, or else of its origin. */
  private final List<Integer> last = new ArrayList<>();

  /** For each step, what {@link #last} was for its goroutines before it. */
  private final List<LastBefore> lastBefore = new ArrayList<>();

  private record LastBefore(int own, int partners) {}

  int size() {
    return events.size();
  }

  Event get(int index) {
    return events.get(index);
  }

  Event last() {
    return events.getLast();
  }

  /** How many goroutines were started. */
  int goroutines() {
    return origins.size();
  }

  /** Forgets the steps from a position on. */
  void truncate(int size) {
    while (events.size() > size) {
      forgetLast();
    }
    while (!origins.isEmpty() && origins.getLast() >= size) {
      origins.removeLast();
      last.removeLast();
    }
  }

  /** Notes that the last step started a goroutine, the next by number. */
  void begin(int goroutine) {
    if (goroutine != origins.size() + 1) {
      throw new IllegalArgumentException("goroutine " + goroutine);
    }
    origins.add(events.size() - 1);
    last.add(events.size() - 1);
  }

  /** The position of the last step of a goroutine, or of the one that started it; -1 if none. */
  int lastOf(int goroutine) {
    return last.get(goroutine - 1);
  }

  /** The position after which all operations of a step were pending. */
  int lastOf(Move move) {
    int partner = Move.partner(move.key());
    int own = lastOf(Move.goroutine(move.key()));
    return partner == 0 ? own : Math.max(own, lastOf(partner));
  }

  /** What the next step of a goroutine depends on by itself. */
  int[] clock(int goroutine) {
    int index = lastOf(goroutine);
    return index < 0 ? NOTHING : events.get(index).clock();
  }

  /** What a step depends on by its goroutines. */
  int[] clock(Move move) {
    int[] own = clock(Move.goroutine(move.key()));
    int partner = Move.partner(move.key());
    return partner == 0 ? own : join(own, clock(partner));
  }

  /** How many of the first steps of all are before the next of a goroutine, without a gap. */
  int covered(int goroutine) {
    int index = lastOf(goroutine);
    return index < 0 ? 0 : events.get(index).covered();
  }

  /** How many of the first steps of all are before the next one, without a gap. */
  int covered(Move move) {
    int partner = Move.partner(move.key());
    int own = covered(Move.goroutine(move.key()));
    return partner == 0 ? own : Math.max(own, covered(partner));
  }

  /**
   * Appends a step.
   *
   * @param before the clock of all that it depends on
   */
  Event append(Move move, Footprint interest, int[] before) {
    int covered = covered(move);
    while (covered < events.size() && events.get(covered).happensBefore(before)) {
      covered++;
    }
    int latestCause = Arrays.stream(before).max().orElse(0) - 1;
    int[] clock = stamp(before, Move.goroutine(move.key()));
    if (Move.partner(move.key()) != 0) {
      clock = stamp(clock, Move.partner(move.key()));
    }
    Event event = new Event(events.size(), move, interest, clock, latestCause, covered);
    events.add(event);
    setLast(event);
    return event;
  }

  /**
   * The initials of what was done after a step without depending on it: the moves that could each
   * have been made first, in place of that step.
   */
  List<Move> initials(int position) {
    return initials(position, event -> true);
  }

  /** Those of the initials that what happened before the moment began with. */
  List<Move> initials(int position, int[] moment) {
    return initials(position, event -> event.happensBefore(moment));
  }

  private List<Move> initials(int position, Predicate<Event> counts) {
    Event without = events.get(position);
    List<Move> initials = new ArrayList<>();
    for (int i = position + 1; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.latestCause() < position
          && !without.happensBefore(event.clock())
          && counts.test(event)) {
        initials.add(event.move());
      }
    }
    return initials;
  }

  private void setLast(Event event) {
    int own = Move.goroutine(event.move().key());
    int partner = Move.partner(event.move().key());
    lastBefore.add(new LastBefore(lastOf(own), partner == 0 ? -1 : lastOf(partner)));
    last.set(own - 1, event.index());
    if (partner != 0) {
      last.set(partner - 1, event.index());
    }
  }

  private void forgetLast() {
    long key = events.removeLast().move().key();
    LastBefore before = lastBefore.removeLast();
    last.set(Move.goroutine(key) - 1, before.own());
    if (Move.partner(key) != 0) {
      last.set(Move.partner(key) - 1, before.partners());
    }
  }

  private int[] stamp(int[] clock, int goroutine) {
    int[] stamped = Arrays.copyOf(clock, Math.max(clock.length, goroutine + 1));
    stamped[goroutine] = events.size() + 1;
    return stamped;
  }

  static int[] join(int[] one, int[] other) {
    int[] longer = one.length >= other.length ? one.clone() : other.clone();
    int[] shorter = one.length >= other.length ? other : one;
    for (int i = 0; i < shorter.length; i++) {
      longer[i] = Math.max(longer[i], shorter[i]);
    }
    return longer;
  }
}

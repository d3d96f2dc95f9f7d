package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The steps of an execution and which of them depend on which, transitively. */
final class Trace {

  static final int NONE = -1;
  private static final int[] NOTHING = {};

  private final List<Event> events = new ArrayList<>();

  /** The goroutines that were started, in that order, and the position of the step that did it. */
  private final List<Integer> started = new ArrayList<>();

  private int[] origins = new int[8];

  /** For each goroutine, the position of its last step, or else of its origin. */
  private int[] last = new int[8];

  /** The position of the last step whose operations could have gone another way. */
  private int lastFlexible = NONE;

  /** For each step, what was last before it: for its goroutines, and of the flexible ones. */
  private final List<LastBefore> lastBefore = new ArrayList<>();

  private final Touched touched = new Touched(events);

  private record LastBefore(int own, int partners, int flexible) {}

  int size() {
    return events.size();
  }

  Event get(int index) {
    return events.get(index);
  }

  Event last() {
    return events.getLast();
  }

  boolean has(Event event) {
    return event.index() < events.size() && events.get(event.index()) == event;
  }

  /** Whether all steps from a position on depend on an earlier one. */
  boolean isAllAfter(Event earlier, int position) {
    for (int i = events.size() - 1; i >= position; i--) {
      if (!earlier.happensBefore(events.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many goroutines were started. */
  int goroutines() {
    return started.size();
  }

  /** Forgets the steps from a position on. */
  void truncate(int size) {
    while (events.size() > size) {
      forgetLast();
    }
    while (!started.isEmpty() && origins[started.getLast()] >= size) {
      started.removeLast();
    }
  }

  /** Notes that the last step started a goroutine. */
  void begin(int goroutine) {
    if (goroutine >= last.length) {
      int length = Math.max(goroutine + 1, 2 * last.length);
      last = Arrays.copyOf(last, length);
      origins = Arrays.copyOf(origins, length);
    }
    started.add(goroutine);
    origins[goroutine] = events.size() - 1;
    last[goroutine] = events.size() - 1;
  }

  /** The position of the step that started a goroutine; {@link #NONE} for main. */
  int originOf(int goroutine) {
    return origins[goroutine];
  }

  /** The position of the last step of a goroutine, or of the one that started it. */
  int lastOf(int goroutine) {
    return last[goroutine];
  }

  /**
   * The position of the last step whose operations could have gone another way, or {@link #NONE}.
   */
  int lastFlexible() {
    return lastFlexible;
  }

  /** What the next step of a goroutine depends on by itself. */
  int[] clock(int goroutine) {
    int index = lastOf(goroutine);
    return index < 0 ? NOTHING : events.get(index).clock();
  }

  /** How many of the first steps of all are before the next of a goroutine, without a gap. */
  int covered(int goroutine) {
    int index = lastOf(goroutine);
    return index < 0 ? 0 : events.get(index).covered();
  }

  /**
   * Appends a step.
   *
   * @param interest what all alternatives of its operations are interested in
   */
  Event append(Transition transition, Footprint interest) {
    Move move = transition.move();
    int own = Move.goroutine(move.key());
    int partner = Move.partner(move.key());
    int covered = covered(own);
    int[] clock = copy(clock(own));
    if (partner != 0) {
      covered = Math.max(covered, covered(partner));
      join(clock, clock(partner));
    }
    Lookback lookback = new Lookback(this, move.footprint(), covered);
    for (Event earlier = lookback.next(clock); earlier != null; earlier = lookback.next(clock)) {
      if (move.footprint().follows(earlier.move().footprint())) {
        join(clock, earlier.clock());
      }
    }
    while (covered < events.size() && events.get(covered).happensBefore(clock)) {
      covered++;
    }
    clock[own] = events.size() + 1;
    if (partner != 0) {
      clock[partner] = events.size() + 1;
    }
    Event event =
        new Event(
            events.size(),
            move,
            interest,
            partner != 0 || transition.operation().alternatives() > 1,
            transition.yieldsInVain(),
            clock,
            covered,
            touched.add(move, interest, clock));
    events.add(event);
    setLast(event);
    return event;
  }

  private void setLast(Event event) {
    int own = Move.goroutine(event.move().key());
    int partner = Move.partner(event.move().key());
    lastBefore.add(
        new LastBefore(lastOf(own), partner == 0 ? NONE : lastOf(partner), lastFlexible));
    lastFlexible = event.flexible() ? event.index() : lastFlexible;
    last[own] = event.index();
    if (partner != 0) {
      last[partner] = event.index();
    }
  }

  private void forgetLast() {
    Event event = events.removeLast();
    touched.remove(event.links());
    long key = event.move().key();
    LastBefore before = lastBefore.removeLast();
    lastFlexible = before.flexible();
    last[Move.goroutine(key)] = before.own();
    if (Move.partner(key) != 0) {
      last[Move.partner(key)] = before.partners();
    }
  }

  /** The position of the last step in a chain of those {@link Touched}, or {@link #NONE}. */
  int lastIn(int chain) {
    return touched.last(chain);
  }

  /** A clock with room for every goroutine that says what another says. */
  int[] copy(int[] clock) {
    return Arrays.copyOf(clock, last.length);
  }

  /** Moves a clock, with room for every goroutine, on to the later of both. */
  static void join(int[] clock, int[] other) {
    for (int i = 0; i < other.length; i++) {
      if (other[i] > clock[i]) {
        clock[i] = other[i];
      }
    }
  }
}

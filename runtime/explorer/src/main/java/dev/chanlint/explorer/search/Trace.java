package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The steps of an execution and which of them depend on which, transitively. */
final class Trace {

  private final List<Event> events = new ArrayList<>();

  /** The position of the step after which each goroutine first came up; -1 for main. */
  private final Map<Integer, Integer> origins = new HashMap<>();

  int size() {
    return events.size();
  }

  Event get(int index) {
    return events.get(index);
  }

  Event last() {
    return events.getLast();
  }

  /** Forgets the steps from a position on. */
  void truncate(int size) {
    if (size < events.size()) {
      events.subList(size, events.size()).clear();
      origins.values().removeIf(origin -> origin >= size);
    }
  }

  /** Notes that a goroutine is there; tells whether it has just come up. */
  boolean begin(int goroutine) {
    return origins.putIfAbsent(goroutine, events.size() - 1) == null;
  }

  /** The position of the last step of a goroutine, or of the one it came from; -1 if none. */
  int lastOf(int goroutine) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).involves(goroutine)) {
        return i;
      }
    }
    return origins.getOrDefault(goroutine, -1);
  }

  /** What the next step of a goroutine depends on by itself. */
  int[] clock(int goroutine) {
    int last = lastOf(goroutine);
    return last < 0 ? new int[0] : events.get(last).clock();
  }

  /** How many of the first steps of all are before the next step of a goroutine without a gap. */
  int covered(int goroutine) {
    int last = goroutine == 0 ? -1 : lastOf(goroutine);
    return last < 0 ? 0 : events.get(last).covered();
  }

  Event append(Move move, Footprint interest) {
    int[] clock = clock(Move.goroutine(move.key()));
    if (Move.partner(move.key()) != 0) {
      clock = join(clock, clock(Move.partner(move.key())));
    }
    int[] before = clock;
    int covered = Math.max(covered(Move.goroutine(move.key())), covered(Move.partner(move.key())));
    for (int i = events.size() - 1; i >= covered; i--) {
      Event earlier = events.get(i);
      if (!earlier.happensBefore(clock) && earlier.move().footprint().conflicts(move.footprint())) {
        clock = join(clock, earlier.clock());
      }
    }
    int latestCause = Arrays.stream(clock).max().orElse(0) - 1;
    clock = stamp(clock, Move.goroutine(move.key()));
    if (Move.partner(move.key()) != 0) {
      clock = stamp(clock, Move.partner(move.key()));
    }
    while (covered < events.size() && events.get(covered).happensBefore(clock)) {
      covered++;
    }
    Event event = new Event(events.size(), move, interest, before, clock, latestCause, covered);
    events.add(event);
    return event;
  }

  /**
   * The initials of what was done after a step without depending on it: the moves that could each
   * have been made first, in place of that step.
   */
  List<Move> initials(int position) {
    return initials(position, events.size(), event -> true);
  }

  /** Those of the initials that what happened before the moment began with. */
  List<Move> initials(int position, int[] moment) {
    return initials(position, events.size(), event -> event.happensBefore(moment));
  }

  private List<Move> initials(int position, int end, Predicate<Event> counts) {
    Event without = events.get(position);
    List<Move> initials = new ArrayList<>();
    for (int i = position + 1; i < end; i++) {
      Event event = events.get(i);
      if (event.latestCause() < position
          && !without.happensBefore(event.clock())
          && counts.test(event)) {
        initials.add(event.move());
      }
    }
    return initials;
  }

  /** Whether a step comes to depend on an earlier one by way of a third. */
  boolean dependsIndirectly(Event event, Event earlier) {
    for (int i = earlier.index() + 1; i < event.index(); i++) {
      Event between = events.get(i);
      if (between.happensBefore(event.clock()) && earlier.happensBefore(between.clock())) {
        return true;
      }
    }
    return false;
  }

  private int[] stamp(int[] clock, int goroutine) {
    int[] stamped = Arrays.copyOf(clock, Math.max(clock.length, goroutine + 1));
    stamped[goroutine] = events.size() + 1;
    return stamped;
  }

  private static int[] join(int[] one, int[] other) {
    int[] longer = one.length >= other.length ? one.clone() : other.clone();
    int[] shorter = one.length >= other.length ? other : one;
    for (int i = 0; i < shorter.length; i++) {
      longer[i] = Math.max(longer[i], shorter[i]);
    }
    return longer;
  }
}

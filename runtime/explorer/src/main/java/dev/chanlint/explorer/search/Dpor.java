package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Dynamic partial-order reduction with sleep sets. In each state only some of what can be done is
 * searched: first one goroutine's alternatives; then, whenever a later operation turns out to be in
 * a race with the step made there, what is needed to turn that race round (Flanagan and Godefroid,
 * <i>Dynamic Partial-Order Reduction for Model Checking Software</i>, POPL 2005). Sleep sets see to
 * it that no two complete executions are linearisations of the same Mazurkiewicz trace; an
 * execution that could only repeat another is cut when that is seen.
 *
 * <p>Beyond the paper: an operation may have alternatives and may take two goroutines. All
 * alternatives of a goroutine are searched where one is; and operations race by what all their
 * alternatives are interested in, performed or not, so that a step is also turned round with one
 * that would have given it another alternative or another partner. Operations that are pending when
 * an execution ends take part like those performed.
 */
public final class Dpor implements Scheduler {

  private final List<Node> nodes = new ArrayList<>();
  private final Trace trace = new Trace();
  private boolean begun;

  /** A state on the path that is being searched. */
  private static final class Node {
    final long[] keys;
    final BitSet wanted = new BitSet();
    final BitSet searched = new BitSet();
    final List<Move> sleep = new ArrayList<>();
    int chosen = -1;
    boolean changed;

    Node(List<Transition> transitions) {
      keys = new long[transitions.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = transitions.get(i).key();
      }
    }

    /** Goes on to another that is wanted and does not sleep; false if there is none. */
    boolean advance(Move searchedBefore) {
      sleep.add(searchedBefore);
      searched.set(chosen);
      for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
        if (!searched.get(i) && !sleeps(keys[i])) {
          choose(i);
          return true;
        }
      }
      return false;
    }

    /** Begins with the first that does not sleep; false if there is none. */
    boolean begin() {
      for (int i = 0; i < keys.length; i++) {
        if (!sleeps(keys[i])) {
          choose(i);
          return true;
        }
      }
      return false;
    }

    private void choose(int index) {
      chosen = index;
      changed = true;
      want(Move.goroutine(keys[index]));
      if (Move.partner(keys[index]) != 0) {
        want(Move.partner(keys[index]));
      }
    }

    private boolean wants(Move move) {
      int index = indexOf(move.key());
      return index >= 0 && wanted.get(index);
    }

    private int indexOf(long key) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == key) {
          return i;
        }
      }
      return -1;
    }

    boolean canMove(int goroutine) {
      for (long key : keys) {
        if (Move.involves(key, goroutine)) {
          return true;
        }
      }
      return false;
    }

    void want(int goroutine) {
      for (int i = 0; i < keys.length; i++) {
        if (Move.involves(keys[i], goroutine)) {
          wanted.set(i);
        }
      }
    }

    /**
     * Wants one of the moves that a trace may begin with, if it does not yet; everything if none
     * can be made.
     *
     * @param initials all that it may begin with
     * @param best those of them to be preferred
     */
    void wantOneOf(List<Move> initials, List<Move> best) {
      if (initials.stream().anyMatch(this::wants)) {
        return;
      }
      for (Move move : best) {
        int index = indexOf(move.key());
        if (index >= 0) {
          wanted.set(index);
          return;
        }
      }
      wanted.set(0, keys.length);
    }

    private boolean sleeps(long key) {
      for (Move move : sleep) {
        if (move.key() == key) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public boolean next() {
    if (!begun) {
      begun = true;
      return true;
    }
    trace.truncate(nodes.size());
    while (!nodes.isEmpty()) {
      if (nodes.getLast().advance(trace.last().move())) {
        trace.truncate(nodes.size() - 1);
        return true;
      }
      nodes.removeLast();
      trace.truncate(nodes.size());
    }
    return false;
  }

  @Override
  public int pick(Point point) {
    List<Transition> transitions = point.transitions();
    Node node;
    if (point.depth() < nodes.size()) {
      node = nodes.get(point.depth());
      if (node.chosen >= transitions.size()
          || transitions.get(node.chosen).key() != node.keys[node.chosen]) {
        throw new NondeterminismException(point.depth());
      }
    } else {
      node = new Node(transitions);
      begin(point);
      inheritSleep(node);
      if (!node.begin()) {
        turnRoundPending(point);
        return CUT;
      }
      nodes.add(node);
    }
    if (node.changed) {
      node.changed = false;
      perform(point, transitions.get(node.chosen));
    }
    return node.chosen;
  }

  @Override
  public void ended(Point point) {
    begin(point);
    turnRoundPending(point);
  }

  /** What sleeps before a step still does after it if the two commute. */
  private void inheritSleep(Node node) {
    if (nodes.isEmpty()) {
      return;
    }
    Move made = trace.last().move();
    for (Move move : nodes.getLast().sleep) {
      if (!move.dependsOn(made)) {
        node.sleep.add(move);
      }
    }
  }

  private void begin(Point point) {
    for (int goroutine = trace.goroutines() + 1; goroutine <= point.goroutines(); goroutine++) {
      trace.begin(goroutine);
    }
  }

  /**
   * Appends a step to the trace, and looks for the earlier ones that it is in a race with. A race
   * hides those before it only if the step could surely have been made there: what enabled it, such
   * as the unlock before a lock, must not hide the lock before that.
   */
  private void perform(Point point, Transition transition) {
    if (transition.partner() != null) {
      turnRoundApart(point, transition);
    }
    Move move = transition.move();
    Footprint interest = point.interest(transition);
    int covered = trace.covered(move);
    int[] clock = trace.clock(move);
    int[] raced = clock;
    int since = trace.lastOf(move);
    List<Event> races = new ArrayList<>();
    for (int i = trace.size() - 1; i >= covered; i--) {
      Event earlier = trace.get(i);
      if (earlier.happensBefore(raced)) {
        continue;
      }
      boolean reversible = interest.racesWith(earlier.interest()) && !waitedAt(i, move);
      if (reversible) {
        races.add(earlier);
      }
      if (earlier.move().footprint().conflicts(move.footprint())) {
        if (!earlier.happensBefore(clock)) {
          clock = Trace.join(clock, earlier.clock());
        }
        if (reversible && i > since) {
          raced = Trace.join(raced, earlier.clock());
        }
      }
    }
    Event event = trace.append(move, interest, clock);
    races.forEach(earlier -> turnRound(earlier, event));
  }

  /** Whether the move was pending before a step and could not be made: that step enabled it. */
  private boolean waitedAt(int position, Move move) {
    int partner = Move.partner(move.key());
    return waitedAt(position, Move.goroutine(move.key()))
        || partner != 0 && waitedAt(position, partner);
  }

  private boolean waitedAt(int position, int goroutine) {
    return trace.lastOf(goroutine) < position && !nodes.get(position).canMove(goroutine);
  }

  private void turnRound(Event earlier, Event event) {
    Node node = nodes.get(earlier.index());
    List<Move> enabling = trace.initials(earlier.index(), event.clock());
    if (!enabling.isEmpty()) {
      node.wantOneOf(trace.initials(earlier.index()), enabling);
    } else {
      node.want(Move.goroutine(event.move().key()));
      if (Move.partner(event.move().key()) != 0) {
        node.want(Move.partner(event.move().key()));
      }
    }
  }

  /**
   * Two goroutines that meet were each in races of its own before: with what is before the meeting
   * for the sake of the other, too.
   */
  private void turnRoundApart(Point point, Transition meeting) {
    for (Point.Interest pending : point.interests()) {
      if (meeting.involves(pending.goroutine())) {
        turnRound(pending);
      }
    }
  }

  /** Operations that nothing more came of may be in a race with steps as well. */
  private void turnRoundPending(Point point) {
    point.interests().forEach(this::turnRound);
  }

  private void turnRound(Point.Interest pending) {
    int goroutine = pending.goroutine();
    int since = trace.lastOf(goroutine);
    int[] before = trace.clock(goroutine);
    for (int i = trace.size() - 1; i >= trace.covered(goroutine); i--) {
      Event event = trace.get(i);
      if (!event.happensBefore(before) && pending.footprint().racesWith(event.interest())) {
        if (i > since) {
          nodes.get(i).want(goroutine);
        } else {
          nodes.get(i).wantOneOf(trace.initials(i), trace.initials(i, before));
        }
      }
    }
  }
}

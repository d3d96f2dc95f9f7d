package dev.chanlint.explorer.search;

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
      keys = transitions.stream().mapToLong(Transition::key).toArray();
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

    boolean canDo(int goroutine) {
      for (long key : keys) {
        if (Move.involves(key, goroutine)) {
          return true;
        }
      }
      return false;
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
      turnRound(point);
      node = new Node(transitions);
      inheritSleep(node);
      if (!node.begin()) {
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
    if (point.depth() >= nodes.size()) {
      turnRound(point);
    }
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

  /** Looks for steps that the pending operations are in a race with. */
  private void turnRound(Point point) {
    int last = trace.size() - 1;
    if (last < 0) {
      point.interests().forEach(pending -> trace.begin(pending.goroutine()));
      return;
    }
    for (Point.Interest pending : point.interests()) {
      int goroutine = pending.goroutine();
      if (trace.begin(goroutine) || trace.get(last).involves(goroutine)) {
        turnRoundAll(pending);
      } else if (pending.footprint().racesWith(trace.get(last).interest())
          && nodes.get(last).canDo(goroutine)) {
        nodes.get(last).want(goroutine);
      }
    }
  }

  /** An operation that has just come up may be in a race with any step so far. */
  private void turnRoundAll(Point.Interest pending) {
    int goroutine = pending.goroutine();
    int[] before = trace.clock(goroutine);
    int covered = trace.covered(goroutine);
    for (int i = trace.size() - 1; i >= covered; i--) {
      Event event = trace.get(i);
      if (!event.happensBefore(before) && pending.footprint().racesWith(event.interest())) {
        nodes.get(i).wantOneOf(trace.initials(i), trace.initials(i, before));
      }
    }
  }

  /** Appends a step to the trace, and looks for earlier ones that it is in a race with. */
  private void perform(Point point, Transition transition) {
    Move move = transition.move();
    int covered =
        Math.max(
            trace.covered(Move.goroutine(move.key())), trace.covered(Move.partner(move.key())));
    Event event = trace.append(move, point.interest(transition));
    for (int i = event.index() - 1; i >= covered; i--) {
      Event earlier = trace.get(i);
      if (!earlier.happensBefore(event.before())
          && event.interest().racesWith(earlier.interest())
          && !trace.dependsIndirectly(event, earlier)) {
        turnRound(earlier, event);
      }
    }
  }

  private void turnRound(Event earlier, Event event) {
    Node node = nodes.get(earlier.index());
    List<Move> enabling = trace.initials(earlier.index(), event.clock());
    if (!enabling.isEmpty()) {
      node.wantOneOf(trace.initials(earlier.index()), enabling);
    } else if (node.canDo(Move.goroutine(event.move().key()))) {
      node.wantOneOf(trace.initials(earlier.index()), List.of(event.move()));
    }
  }
}

package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Names;
import dev.chanlint.explorer.engine.NondeterminismException;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Optimal dynamic partial-order reduction: runs one execution for each Mazurkiewicz trace, and none
 * in vain (Abdulla, Aronis, Jonsson, Sagonas, <i>Source Sets: A Foundation for Optimal Dynamic
 * Partial Order Reduction</i>, JACM 2017). When an execution is complete, each {@link Race} in it
 * calls for a {@link Continuation} that turns it round. That is put into the wakeup tree of the
 * state before the race, unless it begins with a move that sleeps there, for all that begins so was
 * run.
 *
 * <p>Beyond the paper, whose processes have one next step each: an operation may have alternatives,
 * may take two goroutines, and may be impossible for a while. So a race is not about a later step,
 * but about anything that some operation could have done had an earlier step not been made; and
 * operations that are pending when an execution ends take part like those performed. What could
 * have been done is told by {@link Point#without}. Where that cannot tell, it is supposed, and the
 * execution that tries it may be {@linkplain #blocked() in vain}.
 */
public final class Dpor implements Scheduler {

  private final Names names = new Names();
  private final List<Node> nodes = new ArrayList<>();
  private final Trace trace = new Trace();
  private final RaceFinder finder = new RaceFinder(trace, this::couldMove);
  private boolean begun;
  private long blocked;

  /** A state on the path that is being searched. */
  private static final class Node {
    final long[] keys;
    final int fleetingCells;
    final List<Move> sleep = new ArrayList<>();
    final List<Wakeup> wakeups;
    List<Wakeup> below = List.of();
    int chosen = -1;
    boolean changed;

    Node(Point point, List<Wakeup> wakeups) {
      List<Transition> transitions = point.transitions();
      fleetingCells = point.fleetingCells();
      keys = new long[transitions.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = transitions.get(i).key();
      }
      this.wakeups = wakeups;
    }

    /** Goes on to what is to be searched next; false if there is nothing. */
    boolean advance() {
      while (!wakeups.isEmpty()) {
        Wakeup next = wakeups.removeFirst();
        int index = indexOf(next.move());
        if (index >= 0) {
          choose(index, next.children());
          return true;
        }
      }
      return false;
    }

    /** Begins with what is to be searched, or else with any move that does not sleep. */
    boolean begin() {
      if (advance()) {
        return true;
      }
      for (int i = 0; i < keys.length; i++) {
        if (!sleeps(keys[i])) {
          choose(i, new ArrayList<>(1));
          return true;
        }
      }
      return false;
    }

    private void choose(int index, List<Wakeup> then) {
      chosen = index;
      below = then;
      changed = true;
    }

    private int indexOf(Move move) {
      for (int i = 0; i < keys.length; i++) {
        boolean matches =
            move.isAny()
                ? Move.involves(keys[i], Move.goroutine(move.key()))
                : keys[i] == move.key();
        if (matches && !sleeps(keys[i])) {
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
  public Names names() {
    return names;
  }

  /** How many executions were cut because all that could still be done in them had been run. */
  public long blocked() {
    return blocked;
  }

  @Override
  public boolean next() {
    if (!begun) {
      begun = true;
      return true;
    }
    while (!nodes.isEmpty()) {
      Node node = nodes.getLast();
      trace.truncate(nodes.size());
      node.sleep.add(trace.last().move());
      trace.truncate(nodes.size() - 1);
      if (node.advance()) {
        return true;
      }
      nodes.removeLast();
    }
    return false;
  }

  /** All but the last that is being searched. */
  @Override
  public int again() {
    return Math.max(0, nodes.size() - 1);
  }

  @Override
  public int pick(Point point) {
    List<Transition> transitions = point.transitions();
    if (point.depth() == trace.size()) {
      arrive(point);
    }
    if (point.depth() == nodes.size()) {
      Node node = node(point);
      if (!node.begin()) {
        blocked++;
        turnRound(point);
        return CUT;
      }
      nodes.add(node);
    }
    Node node = nodes.get(point.depth());
    if (node.chosen >= transitions.size()
        || transitions.get(node.chosen).key() != node.keys[node.chosen]) {
      throw new NondeterminismException(point.depth());
    }
    if (node.changed) {
      node.changed = false;
      perform(point, transitions.get(node.chosen));
    }
    return node.chosen;
  }

  @Override
  public void ended(Point point) {
    arrive(point);
    turnRound(point);
  }

  /** Takes note of a state; of one that was seen before, nothing is new. */
  private void arrive(Point point) {
    List<Goroutine> goroutines = point.goroutines();
    for (int i = trace.goroutines(); i < goroutines.size(); i++) {
      trace.begin(goroutines.get(i).lineage());
    }
    finder.afterLast(point);
  }

  /** What sleeps before a step still does after it if the two commute. */
  private Node node(Point point) {
    if (nodes.isEmpty()) {
      return new Node(point, new ArrayList<>(1));
    }
    Node parent = nodes.getLast();
    Node node = new Node(point, parent.below);
    Move made = trace.last().move();
    for (Move move : parent.sleep) {
      if (!move.dependsOn(made)) {
        node.sleep.add(move);
      }
    }
    return node;
  }

  /** Appends a step, with what could have been done in its place or in that of earlier ones. */
  private void perform(Point point, Transition transition) {
    Footprint interest = transition.interest();
    List<Race> races = finder.before(point, transition, interest);
    Event event = trace.append(transition, interest);
    event.races().addAll(races);
    for (Transition other : point.transitions()) {
      if (other != transition && other.move().sharesGoroutine(event.move())) {
        event.races().add(new Race(event, event.index() + 1, other.move()));
      }
    }
  }

  /** Whether a goroutine could do something in the state before a step. */
  private boolean couldMove(int position, int goroutine) {
    return nodes.get(position).canMove(goroutine);
  }

  /** Sees to all races of an execution that has ended. */
  private void turnRound(Point point) {
    List<Race> pending = finder.atEnd(point);
    for (int i = 0; i < trace.size(); i++) {
      trace.get(i).races().forEach(this::turnRound);
    }
    pending.forEach(this::turnRound);
  }

  private void turnRound(Race race) {
    if (race.isSettled(trace)) {
      return;
    }
    Continuation continuation = new Continuation(trace, race);
    Node node = nodes.get(race.earlier().index());
    for (Move move : node.sleep) {
      int position = continuation.find(move, node.fleetingCells);
      if (position != Continuation.NOT_FIRST) {
        continuation.settle(position);
        return;
      }
    }
    Wakeup.insert(continuation, node.wakeups, node.fleetingCells);
  }
}

package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.NondeterminismException;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Depth-first search through the schedules, by running each anew from the start. With sleep sets
 * (Godefroid, <i>Partial-Order Methods for the Verification of Concurrent Systems</i>, 1996) no two
 * complete executions are linearisations of the same Mazurkiewicz trace, and each trace has one;
 * executions that could only repeat another are cut when that is seen.
 */
public final class DepthFirst implements Scheduler {

  private final boolean sleepSets;
  private final Bound bound;
  private final List<Node> nodes = new ArrayList<>();
  private boolean begun;

  private DepthFirst(boolean sleepSets, Bound bound) {
    this.sleepSets = sleepSets;
    this.bound = bound;
  }

  /** Runs every interleaving. */
  public static DepthFirst naive() {
    return new DepthFirst(false, Bound.NONE);
  }

  /** Runs every Mazurkiewicz trace. */
  public static DepthFirst sleepSets() {
    return new DepthFirst(true, Bound.NONE);
  }

  /** Runs every interleaving within a bound. */
  public static DepthFirst within(Bound bound) {
    return new DepthFirst(false, bound);
  }

  /** A state on the path that is being searched. */
  private static final class Node {
    /** What can be done here, within the bound. */
    final List<Integer> indices = new ArrayList<>();

    final List<Long> keys = new ArrayList<>();

    /** The same as moves; empty if none is needed. */
    List<Move> moves = List.of();

    /** Moves that need not be made here: every trace that begins with them was run. */
    List<Move> sleep = new ArrayList<>();

    /** The position in {@link #indices} of the one that is being searched. */
    int position = -1;

    int preemptionsBefore;
    boolean[] preempts = {};

    int preemptions() {
      return preemptionsBefore + (preempts[position] ? 1 : 0);
    }

    /** Goes on to the next that does not sleep; false if there is none. */
    boolean advance() {
      if (position >= 0 && !moves.isEmpty()) {
        sleep.add(moves.get(position));
      }
      for (position++; position < indices.size(); position++) {
        if (!sleeps(keys.get(position))) {
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
  public boolean next() {
    if (!begun) {
      begun = true;
      return true;
    }
    while (!nodes.isEmpty()) {
      if (nodes.getLast().advance()) {
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
    if (point.depth() < nodes.size()) {
      return again(nodes.get(point.depth()), point);
    }
    Node node = node(point);
    if (!node.advance()) {
      return CUT;
    }
    nodes.add(node);
    return node.indices.get(node.position);
  }

  private static int again(Node node, Point point) {
    int index = node.indices.get(node.position);
    List<Transition> transitions = point.transitions();
    if (index >= transitions.size()
        || transitions.get(index).key() != node.keys.get(node.position)) {
      throw new NondeterminismException(point.depth());
    }
    return index;
  }

  private Node node(Point point) {
    Node node = new Node();
    List<Transition> transitions = point.transitions();
    node.preemptionsBefore = nodes.isEmpty() ? 0 : nodes.getLast().preemptions();
    node.preempts = new boolean[transitions.size()];
    for (int i = 0; i < transitions.size(); i++) {
      boolean preempts = bound.isLimited() && point.isPreemption(transitions.get(i));
      if (bound.allows(point, transitions.get(i), node.preemptionsBefore + (preempts ? 1 : 0))) {
        node.preempts[node.indices.size()] = preempts;
        node.indices.add(i);
        node.keys.add(transitions.get(i).key());
      }
    }
    if (sleepSets) {
      inheritSleep(node);
      if (transitions.size() > 1 || !node.sleep.isEmpty()) {
        node.moves = transitions.stream().map(Transition::move).toList();
      }
    }
    return node;
  }

  /** What sleeps before a step still does after it if the two commute. */
  private void inheritSleep(Node node) {
    if (nodes.isEmpty()) {
      return;
    }
    Node parent = nodes.getLast();
    if (parent.sleep.isEmpty()) {
      return;
    }
    Move made = parent.moves.get(parent.position);
    for (Move move : parent.sleep) {
      if (!move.dependsOn(made)) {
        node.sleep.add(move);
      }
    }
  }
}

package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a wakeup tree (Abdulla, Aronis, Jonsson, Sagonas, <i>Source Sets: A Foundation for
 * Optimal Dynamic Partial Order Reduction</i>, JACM 2017): moves to be searched one after the
 * other, and ways to go on after the last. Below a leaf, any way will do. Most of a tree does not
 * branch, which is why moves that only follow each other are kept in one node.
 */
final class Wakeup {

  /** Never changed: nodes that were one share them. */
  private final List<Move> moves;

  private final int from;
  private int to;
  private List<Wakeup> children;

  private Wakeup(List<Move> moves, int from, int to, List<Wakeup> children) {
    this.moves = moves;
    this.from = from;
    this.to = to;
    this.children = children;
  }

  /** The first move. */
  Move move() {
    return moves.get(from);
  }

  /** What is to be searched after the first move; this node is not used any more. */
  List<Wakeup> below() {
    if (from + 1 == to) {
      return children;
    }
    List<Wakeup> below = new ArrayList<>(1);
    below.add(new Wakeup(moves, from + 1, to, children));
    return below;
  }

  /**
   * Adds a continuation to a tree, given by what is below its root, unless the tree leads to it.
   * Below a leaf any way would do for the paper; here it is the continuation's, so that it is met
   * even if the leaf was, for want of knowledge, not needed.
   */
  static void insert(Continuation continuation, List<Wakeup> forest, int fleetingCells) {
    List<Wakeup> siblings = forest;
    while (!continuation.isEmpty()) {
      Wakeup next = next(continuation, siblings, fleetingCells);
      if (next == null) {
        List<Move> moves = continuation.moves();
        siblings.add(new Wakeup(moves, 0, moves.size(), new ArrayList<>(1)));
        return;
      }
      next.follow(continuation, fleetingCells);
      siblings = next.children;
    }
  }

  /** The first node by which the tree leads to a continuation, less its move; null if none does. */
  private static @Nullable Wakeup next(
      Continuation continuation, List<Wakeup> siblings, int fleetingCells) {
    for (Wakeup sibling : siblings) {
      if (continuation.goBy(sibling.move(), fleetingCells)) {
        return sibling;
      }
    }
    return null;
  }

  /** Goes on after the first move; branches where that does not lead to the continuation. */
  private void follow(Continuation continuation, int fleetingCells) {
    for (int i = from + 1; i < to && !continuation.isEmpty(); i++) {
      if (!continuation.goBy(moves.get(i), fleetingCells)) {
        branchAt(i);
        return;
      }
    }
  }

  private void branchAt(int position) {
    Wakeup rest = new Wakeup(moves, position, to, children);
    to = position;
    children = new ArrayList<>(2);
    children.add(rest);
  }
}

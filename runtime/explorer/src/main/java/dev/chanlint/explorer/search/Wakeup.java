package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a wakeup tree (Abdulla, Aronis, Jonsson, Sagonas, <i>Source Sets: A Foundation for
 * Optimal Dynamic Partial Order Reduction</i>, JACM 2017): a move to be searched, and how to go on.
 * Below a leaf, any way will do.
 */
final class Wakeup {

  private final Move move;
  private final List<Wakeup> children = new ArrayList<>(1);

  Wakeup(Move move) {
    this.move = move;
  }

  Move move() {
    return move;
  }

  List<Wakeup> children() {
    return children;
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
        append(continuation.moves(), siblings);
        return;
      }
      siblings = next.children;
    }
  }

  /** The first node by which the tree leads to a continuation, less its move; null if none does. */
  private static @Nullable Wakeup next(
      Continuation continuation, List<Wakeup> siblings, int fleetingCells) {
    for (Wakeup child : siblings) {
      int position = continuation.find(child.move, fleetingCells);
      if (position != Continuation.NOT_FIRST) {
        continuation.remove(position);
        return child;
      }
    }
    return null;
  }

  private static void append(List<Move> moves, List<Wakeup> siblings) {
    List<Wakeup> end = siblings;
    for (Move move : moves) {
      Wakeup node = new Wakeup(move);
      end.add(node);
      end = node.children;
    }
  }
}

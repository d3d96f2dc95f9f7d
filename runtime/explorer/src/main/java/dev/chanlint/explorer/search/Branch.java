package dev.chanlint.explorer.search;

import java.util.List;

/** The way by which one searcher goes on from a {@link Node}. */
final class Branch {

  private final Node node;
  private final int index;
  private final List<Wakeup> below;
  private final int asleep;
  private boolean made;
  private boolean settled;

  /**
   * Makes one.
   *
   * @param index which of all that can be done there
   * @param below how to go on after it
   * @param asleep how many of the node's sleeping moves do not have to be made after it; its own
   *     comes next among them
   */
  Branch(Node node, int index, List<Wakeup> below, int asleep) {
    this.node = node;
    this.index = index;
    this.below = below;
    this.asleep = asleep;
  }

  /** The same on the path of another searcher, who has yet to make it. */
  Branch copy() {
    Branch copy = new Branch(node, index, List.of(), asleep);
    copy.settled = settled;
    return copy;
  }

  Node node() {
    return node;
  }

  int index() {
    return index;
  }

  /** The move that it begins with, as the node's transitions have it. */
  long key() {
    return node.key(index);
  }

  List<Wakeup> below() {
    return below;
  }

  int asleep() {
    return asleep;
  }

  /** Whether its searcher has it in its trace. */
  boolean isMade() {
    return made;
  }

  void make() {
    made = true;
  }

  /** Whether its move sleeps in the node, for those that are taken after it. */
  boolean isSettled() {
    return settled;
  }

  void settle() {
    settled = true;
  }
}

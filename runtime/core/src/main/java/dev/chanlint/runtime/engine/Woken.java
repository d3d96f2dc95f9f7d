package dev.chanlint.runtime.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Nodes taken off a queue and fired, whose threads are still to be woken. */
public final class Woken {

  private static final @Nullable Node[] NONE = new Node[0];

  private @Nullable Node[] nodes = NONE;
  private int size;

  Woken() {}

  void push(Node node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size + 1);
    }
    nodes[size++] = node;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** Wakes them, in order; to be called without a lock. */
  public void wakeAll() {
    for (Node node : nodes) {
      if (node != null) {
        node.wake();
      }
    }
  }
}

package dev.chanlint.runtime.engine;

import org.jspecify.annotations.Nullable;

/** Nodes taken off a queue and fired, whose threads are still to be woken. */
public final class Woken {

  private @Nullable Node first;
  private @Nullable Node last;
  private int size;

  Woken() {}

  void push(Node node) {
    if (last == null) {
      first = node;
    } else {
      last.next = node;
    }
    last = node;
    size++;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** Wakes them, in order; to be called without a lock. */
  public void wakeAll() {
    Node node = first;
    while (node != null) {
      Node following = node.next;
      node.next = null;
      node.wake();
      node = following;
    }
  }
}

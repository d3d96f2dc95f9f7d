package dev.chanlint.explorer.juc;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;

/** Stands for {@link ArrayBlockingQueue}; fair or not, who gets a slot or an item is open. */
public class ArrayQueueModel<E> extends BlockingQueueModel<E> {

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int)}. */
  public ArrayQueueModel(int capacity) {
    super("ArrayBlockingQueue", capacity);
  }

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean)}. */
  public ArrayQueueModel(int capacity, boolean fair) {
    this(capacity);
  }

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean, Collection)}. */
  public ArrayQueueModel(int capacity, boolean fair, Collection<? extends E> items) {
    this(capacity);
    state().fill(items);
  }
}

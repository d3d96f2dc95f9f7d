package dev.chanlint.explorer.juc;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands for {@link LinkedBlockingQueue}. */
public class LinkedQueueModel<E> extends BlockingQueueModel<E> {

  /** {@link LinkedBlockingQueue#LinkedBlockingQueue()}. */
  public LinkedQueueModel() {
    this(Integer.MAX_VALUE);
  }

  /** {@link LinkedBlockingQueue#LinkedBlockingQueue(int)}. */
  public LinkedQueueModel(int capacity) {
    super("LinkedBlockingQueue", capacity);
  }

  /** {@link LinkedBlockingQueue#LinkedBlockingQueue(Collection)}. */
  public LinkedQueueModel(Collection<? extends E> items) {
    this();
    state().fill(items);
  }
}

package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.juc.QueueState.End;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands for {@link LinkedBlockingDeque}. */
public class DequeModel<E> extends BlockingQueueModel<E> implements BlockingDeque<E> {

  /** {@link LinkedBlockingDeque#LinkedBlockingDeque()}. */
  public DequeModel() {
    this(Integer.MAX_VALUE);
  }

  /** {@link LinkedBlockingDeque#LinkedBlockingDeque(int)}. */
  public DequeModel(int capacity) {
    super("LinkedBlockingDeque", capacity);
  }

  /** {@link LinkedBlockingDeque#LinkedBlockingDeque(Collection)}. */
  public DequeModel(Collection<? extends E> items) {
    this();
    state().fill(items);
  }

  @Override
  public void addFirst(E item) {
    requireRoom(offerFirst(item));
  }

  @Override
  public void addLast(E item) {
    requireRoom(offerLast(item));
  }

  private static void requireRoom(boolean added) {
    if (!added) {
      throw new IllegalStateException("Deque full");
    }
  }

  @Override
  public boolean offerFirst(E item) {
    return state().offer(item, End.HEAD);
  }

  @Override
  public boolean offerLast(E item) {
    return state().offer(item, End.TAIL);
  }

  @Override
  public void putFirst(E item) throws InterruptedException {
    state().offer(item, End.HEAD, Long.MAX_VALUE);
  }

  @Override
  public void putLast(E item) throws InterruptedException {
    put(item);
  }

  @Override
  public boolean offerFirst(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return state().offer(item, End.HEAD, unit.toNanos(timeout));
  }

  @Override
  public boolean offerLast(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return offer(item, timeout, unit);
  }

  @Override
  public E removeFirst() {
    return requireItem(pollFirst());
  }

  @Override
  public E removeLast() {
    return requireItem(pollLast());
  }

  private static <T> T requireItem(@Nullable T item) {
    if (item == null) {
      throw new NoSuchElementException();
    }
    return item;
  }

  @Override
  public @Nullable E pollFirst() {
    return poll();
  }

  @Override
  public @Nullable E pollLast() {
    return state().poll(End.TAIL);
  }

  @Override
  public E takeFirst() throws InterruptedException {
    return take();
  }

  @Override
  public E takeLast() throws InterruptedException {
    return Objects.requireNonNull(state().poll(End.TAIL, Long.MAX_VALUE));
  }

  @Override
  public @Nullable E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
    return poll(timeout, unit);
  }

  @Override
  public @Nullable E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
    return state().poll(End.TAIL, unit.toNanos(timeout));
  }

  @Override
  public E getFirst() {
    return requireItem(peekFirst());
  }

  @Override
  public E getLast() {
    return requireItem(peekLast());
  }

  @Override
  public @Nullable E peekFirst() {
    return peek();
  }

  @Override
  public @Nullable E peekLast() {
    return state().peek(End.TAIL);
  }

  @Override
  public boolean removeFirstOccurrence(@Nullable Object item) {
    return remove(item);
  }

  @Override
  public boolean removeLastOccurrence(@Nullable Object item) {
    return removeFirst(item, held().reversed());
  }

  @Override
  public void push(E item) {
    addFirst(item);
  }

  @Override
  public E pop() {
    return removeFirst();
  }

  @Override
  public boolean addAll(Collection<? extends E> items) {
    if (items == this) {
      throw new IllegalArgumentException();
    }
    items.forEach(this::addLast);
    return !items.isEmpty();
  }

  @Override
  public Iterator<E> descendingIterator() {
    return over(held().reversed());
  }
}

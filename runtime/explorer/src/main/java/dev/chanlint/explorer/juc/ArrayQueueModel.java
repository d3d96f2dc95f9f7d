package dev.chanlint.explorer.juc;

import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link ArrayBlockingQueue}: each operation is one step. */
public class ArrayQueueModel<E> extends ArrayBlockingQueue<E> {

  private static final long serialVersionUID = 1L;

  private transient @Nullable PerExecution<QueueState<E>> state;
  private final int capacity;

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int)}. */
  public ArrayQueueModel(int capacity) {
    super(capacity);
    this.capacity = capacity;
    state();
  }

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean)}. */
  public ArrayQueueModel(int capacity, boolean fair) {
    super(capacity, fair);
    this.capacity = capacity;
    state();
  }

  /** {@link ArrayBlockingQueue#ArrayBlockingQueue(int, boolean, Collection)}. */
  public ArrayQueueModel(int capacity, boolean fair, Collection<? extends E> items) {
    super(capacity, fair);
    this.capacity = capacity;
    state().fill(items);
  }

  /** Made when first asked for: the parent's constructor may ask. */
  private QueueState<E> state() {
    if (state == null) {
      state = new PerExecution<>(e -> new QueueState<>(e, "ArrayBlockingQueue", capacity));
    }
    return state.get();
  }

  @Override
  public void put(E item) throws InterruptedException {
    state().put(item);
  }

  @Override
  public boolean offer(E item) {
    return state().offer(item);
  }

  @Override
  public boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return state().offer(item, unit.toNanos(timeout));
  }

  @Override
  public boolean add(E item) {
    if (!offer(item)) {
      throw new IllegalStateException("Queue full");
    }
    return true;
  }

  @Override
  public E take() throws InterruptedException {
    return state().take();
  }

  @Override
  public @Nullable E poll() {
    return state().poll();
  }

  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return state().poll(unit.toNanos(timeout));
  }

  @Override
  public @Nullable E peek() {
    return state().peek();
  }

  @Override
  public int size() {
    return state().size();
  }

  @Override
  public int remainingCapacity() {
    return state().remainingCapacity();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return state().contains(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return state().remove(item);
  }

  @Override
  public void clear() {
    state().clear();
  }

  @Override
  public int drainTo(Collection<? super E> into) {
    return drainTo(into, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> into, int most) {
    return state().drainTo(into, most);
  }

  @Override
  public Object[] toArray() {
    return state().snapshot().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return state().snapshot().toArray(array);
  }

  /** Over a snapshot; removing through it is not modelled. */
  @Override
  public Iterator<E> iterator() {
    return state().snapshot().iterator();
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    state().snapshot().forEach(action);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    return state().removeIf(filter);
  }

  @Override
  public boolean removeAll(Collection<?> items) {
    return removeIf(items::contains);
  }

  @Override
  public boolean retainAll(Collection<?> items) {
    return removeIf(item -> !items.contains(item));
  }

  @Override
  public Spliterator<E> spliterator() {
    return state().snapshot().spliterator();
  }

  @Override
  public String toString() {
    return state().snapshot().toString();
  }
}

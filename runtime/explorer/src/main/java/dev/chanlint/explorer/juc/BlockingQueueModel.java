package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.juc.QueueState.End;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's blocking queues that hold items in the order of arrival have in common: each
 * operation is one step. Iterators run over a snapshot; they are weakly consistent in the JDK.
 */
abstract class BlockingQueueModel<E> extends AbstractQueue<E> implements BlockingQueue<E> {

  private final PerExecution<QueueState<E>> state;
  private final int capacity;
  private boolean adopted;

  BlockingQueueModel(String kind, int capacity) {
    if (capacity <= 0) {
      throw new IllegalArgumentException();
    }
    this.capacity = capacity;
    state = new PerExecution<>(e -> new QueueState<>(e, kind, capacity));
  }

  final QueueState<E> state() {
    if (adopted) {
      throw unmodelled("the queue of a ThreadPoolExecutor");
    }
    return state.get();
  }

  /** Leaves it to a pool, which keeps its tasks itself; returns the capacity. */
  final int adopt() {
    adopted = true;
    return capacity;
  }

  @Override
  public void put(E item) throws InterruptedException {
    state().offer(item, End.TAIL, Long.MAX_VALUE);
  }

  @Override
  public boolean offer(E item) {
    return state().offer(item, End.TAIL);
  }

  @Override
  public boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return state().offer(item, End.TAIL, unit.toNanos(timeout));
  }

  @Override
  public E take() throws InterruptedException {
    return Objects.requireNonNull(state().poll(End.HEAD, Long.MAX_VALUE));
  }

  @Override
  public @Nullable E poll() {
    return state().poll(End.HEAD);
  }

  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return state().poll(End.HEAD, unit.toNanos(timeout));
  }

  @Override
  public @Nullable E peek() {
    return state().peek(End.HEAD);
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
    return state().remove(item, End.HEAD);
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
    if (into == this) {
      throw new IllegalArgumentException();
    }
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

  @Override
  public Iterator<E> iterator() {
    return over(state().snapshot());
  }

  /** An iterator over a snapshot that removes from the queue. */
  final Iterator<E> over(List<E> snapshot) {
    Iterator<E> items = snapshot.iterator();
    return new Iterator<>() {
      private @Nullable E last;

      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public E next() {
        E next = items.next();
        last = next;
        return next;
      }

      @Override
      public void remove() {
        if (last == null) {
          throw new IllegalStateException();
        }
        state().removeSame(List.of(last));
        last = null;
      }
    };
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

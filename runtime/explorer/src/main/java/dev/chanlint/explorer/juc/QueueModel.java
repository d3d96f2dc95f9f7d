package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the models of queues that hold items have in common: what is done with all of them. It is
 * done to a snapshot, for comparisons and predicates run code under test, and iterators are weakly
 * consistent in the JDK.
 *
 * @param <H> an item at its place
 */
abstract class QueueModel<E, H extends QueueModel.Held<E>> extends AbstractQueue<E>
    implements BlockingQueue<E> {

  /** An item at its place in a queue, which equals no other. */
  interface Held<E> {

    /** The item. */
    E item();
  }

  private final int capacity;
  private boolean adopted;

  QueueModel(int capacity) {
    this.capacity = capacity;
  }

  /** Leaves it to a pool, which keeps its tasks itself; returns the capacity. */
  final int adopt() {
    adopted = true;
    return capacity;
  }

  /** Ends the exploration if a pool has it, for its state is not here then. */
  final void requireNotAdopted() {
    if (adopted) {
      throw unmodelled("the queue of a ThreadPoolExecutor");
    }
  }

  /** What is in the queue, from its head on: a visible operation. */
  abstract List<H> held();

  /** Removes what of it is still there, visibly; tells whether anything was. */
  abstract boolean discard(List<H> chosen);

  private List<E> items() {
    return held().stream().<E>map(Held::item).toList();
  }

  @Override
  public boolean contains(@Nullable Object item) {
    return items().contains(item);
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return removeFirst(item, held());
  }

  /** Removes the first of some that equals an item and is still there. */
  final boolean removeFirst(@Nullable Object item, List<H> order) {
    for (H one : order) {
      if (one.item().equals(item) && discard(List.of(one))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int drainTo(Collection<? super E> into) {
    return drainTo(into, Integer.MAX_VALUE);
  }

  /** Takes items, each with an operation of its own, as long as there are any. */
  static <E> int drainOneByOne(BlockingQueue<E> from, Collection<? super E> into, int most) {
    Objects.requireNonNull(into);
    if (into == from) {
      throw new IllegalArgumentException("a queue drained into itself");
    }
    int drained = 0;
    while (drained < most) {
      E item = from.poll();
      if (item == null) {
        break;
      }
      into.add(item);
      drained++;
    }
    return drained;
  }

  @Override
  public Object[] toArray() {
    return items().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return items().toArray(array);
  }

  @Override
  public Iterator<E> iterator() {
    return over(held());
  }

  /** An iterator over a snapshot that removes from the queue. */
  final Iterator<E> over(List<H> snapshot) {
    Iterator<H> all = snapshot.iterator();
    return new Iterator<>() {
      private @Nullable H last;

      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public E next() {
        H next = all.next();
        last = next;
        return next.item();
      }

      @Override
      public void remove() {
        if (last == null) {
          throw new IllegalStateException();
        }
        discard(List.of(last));
        last = null;
      }
    };
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    items().forEach(action);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    List<H> chosen = held().stream().filter(h -> filter.test(h.item())).toList();
    return !chosen.isEmpty() && discard(chosen);
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
    return items().spliterator();
  }

  @Override
  public String toString() {
    return items().toString();
  }
}

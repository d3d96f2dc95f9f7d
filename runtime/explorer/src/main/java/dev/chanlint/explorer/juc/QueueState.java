package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.juc.QueueModel.Held;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a blocking queue holds, up to a capacity; both ends give and take. */
final class QueueState<E> {

  /** An end of the queue. */
  enum End {
    /** Where a queue gives. */
    HEAD,
    /** Where a queue takes. */
    TAIL
  }

  private final Counter counter;
  private final int capacity;
  private final Deque<Entry<E>> items = new ArrayDeque<>();

  /** How many they are. */
  private final Stored size = new Stored();

  /** An item in the queue. */
  static final class Entry<E> implements Held<E> {

    private final E item;

    Entry(E item) {
      this.item = Objects.requireNonNull(item);
    }

    @Override
    public E item() {
      return item;
    }
  }

  QueueState(Execution execution, String kind, int capacity) {
    this.counter = new Counter(execution, kind, kind);
    this.capacity = capacity;
    size.begin(execution, 0);
  }

  /** Fills a queue that is being made. */
  void fill(Collection<? extends E> with) {
    if (with.size() > capacity) {
      throw new IllegalArgumentException();
    }
    with.forEach(item -> items.add(new Entry<>(item)));
    size.add(items.size());
  }

  private boolean hasRoom() {
    return size.get() < capacity;
  }

  private boolean hasItem() {
    return size.is();
  }

  private void add(Entry<E> entry, End end) {
    if (end == End.HEAD) {
      items.addFirst(entry);
    } else {
      items.addLast(entry);
    }
    size.add(1);
  }

  private E remove(End end) {
    size.add(-1);
    return (end == End.HEAD ? items.removeFirst() : items.removeLast()).item;
  }

  boolean offer(E item, End end, long nanos) throws InterruptedException {
    Entry<E> entry = new Entry<>(item);
    return counter.await("put", this::hasRoom, () -> add(entry, end), nanos);
  }

  boolean offer(E item, End end) {
    Entry<E> entry = new Entry<>(item);
    return counter.attempt("offer", this::hasRoom, () -> add(entry, end));
  }

  @Nullable E poll(End end, long nanos) throws InterruptedException {
    List<E> taken = new ArrayList<>(1);
    counter.await("take", this::hasItem, () -> taken.add(remove(end)), nanos);
    return taken.isEmpty() ? null : taken.getFirst();
  }

  @Nullable E poll(End end) {
    List<E> taken = new ArrayList<>(1);
    counter.attempt("poll", this::hasItem, () -> taken.add(remove(end)));
    return taken.isEmpty() ? null : taken.getFirst();
  }

  int drainTo(Collection<? super E> into, int most) {
    List<E> taken = new ArrayList<>();
    counter.change(
        "drainTo",
        () -> {
          while (hasItem() && taken.size() < most) {
            taken.add(remove(End.HEAD));
          }
        });
    into.addAll(taken);
    return taken.size();
  }

  @Nullable E peek(End end) {
    counter.look("peek");
    Entry<E> entry = end == End.HEAD ? items.peekFirst() : items.peekLast();
    return entry == null ? null : entry.item;
  }

  int size() {
    counter.look("size");
    return items.size();
  }

  int remainingCapacity() {
    counter.look("remainingCapacity");
    return capacity - items.size();
  }

  /** Removes those that are still there. */
  boolean discard(List<Entry<E>> chosen) {
    boolean[] removed = new boolean[1];
    counter.change(
        "remove",
        () -> {
          removed[0] = items.removeAll(chosen);
          size.set(items.size());
        });
    return removed[0];
  }

  void clear() {
    counter.change(
        "clear",
        () -> {
          items.clear();
          size.set(0);
        });
  }

  List<Entry<E>> held() {
    counter.look("iterate");
    return new ArrayList<>(items);
  }
}

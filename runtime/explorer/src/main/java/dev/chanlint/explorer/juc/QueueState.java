package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
  private final Deque<E> items = new ArrayDeque<>();

  QueueState(Execution execution, String kind, int capacity) {
    this.counter = new Counter(execution, kind, kind);
    this.capacity = capacity;
  }

  /** Fills a queue that is being made. */
  void fill(Collection<? extends E> with) {
    if (with.size() > capacity) {
      throw new IllegalArgumentException();
    }
    with.forEach(item -> items.add(Objects.requireNonNull(item)));
  }

  private boolean hasRoom() {
    return items.size() < capacity;
  }

  private boolean hasItem() {
    return !items.isEmpty();
  }

  private void add(E item, End end) {
    if (end == End.HEAD) {
      items.addFirst(item);
    } else {
      items.addLast(item);
    }
  }

  private E remove(End end) {
    return end == End.HEAD ? items.removeFirst() : items.removeLast();
  }

  boolean offer(E item, End end, long nanos) throws InterruptedException {
    Objects.requireNonNull(item);
    return counter.await("put", this::hasRoom, () -> add(item, end), nanos);
  }

  boolean offer(E item, End end) {
    Objects.requireNonNull(item);
    return counter.attempt("offer", this::hasRoom, () -> add(item, end));
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
            taken.add(items.remove());
          }
        });
    into.addAll(taken);
    return taken.size();
  }

  @Nullable E peek(End end) {
    counter.look("peek");
    return end == End.HEAD ? items.peekFirst() : items.peekLast();
  }

  int size() {
    counter.look("size");
    return items.size();
  }

  int remainingCapacity() {
    counter.look("remainingCapacity");
    return capacity - items.size();
  }

  /** The comparisons run code under test, so they are made on a snapshot. */
  boolean contains(@Nullable Object item) {
    return snapshot().contains(item);
  }

  /** Removes the equal item that is nearest to an end; as {@link #removeIf} does. */
  boolean remove(@Nullable Object item, End from) {
    List<E> order = from == End.HEAD ? snapshot() : snapshot().reversed();
    for (E one : order) {
      if (one.equals(item)) {
        return removeSame(List.of(one));
      }
    }
    return false;
  }

  boolean removeIf(Predicate<? super E> filter) {
    List<E> chosen = snapshot().stream().<E>map(e -> e).filter(filter).toList();
    return !chosen.isEmpty() && removeSame(chosen);
  }

  /** Removes these very objects, if they are still there. */
  boolean removeSame(List<E> chosen) {
    boolean[] removed = new boolean[1];
    counter.change(
        "remove",
        () -> removed[0] = items.removeIf(item -> chosen.stream().anyMatch(c -> c == item)));
    return removed[0];
  }

  void clear() {
    counter.change("clear", items::clear);
  }

  List<E> snapshot() {
    counter.look("iterate");
    return new ArrayList<>(items);
  }
}

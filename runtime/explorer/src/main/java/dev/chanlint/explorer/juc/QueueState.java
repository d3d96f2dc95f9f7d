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

/** What a blocking queue holds: first in, first out, up to a capacity. */
final class QueueState<E> {

  private final Counter counter;
  private final int capacity;
  private final Deque<E> items = new ArrayDeque<>();

  QueueState(Execution execution, String kind, int capacity) {
    this.counter = new Counter(execution, kind, kind);
    this.capacity = capacity;
  }

  /** Fills a queue that is being made. */
  void fill(Collection<? extends E> with) {
    with.forEach(items::add);
  }

  private boolean hasRoom() {
    return items.size() < capacity;
  }

  private boolean hasItem() {
    return !items.isEmpty();
  }

  void put(E item) throws InterruptedException {
    offer(item, Long.MAX_VALUE);
  }

  boolean offer(E item, long nanos) throws InterruptedException {
    Objects.requireNonNull(item);
    return counter.await("put", this::hasRoom, () -> items.add(item), nanos);
  }

  boolean offer(E item) {
    Objects.requireNonNull(item);
    boolean[] added = new boolean[1];
    counter.change("offer", () -> added[0] = hasRoom() && items.add(item));
    return added[0];
  }

  E take() throws InterruptedException {
    return Objects.requireNonNull(poll(Long.MAX_VALUE));
  }

  @Nullable E poll(long nanos) throws InterruptedException {
    List<E> taken = new ArrayList<>(1);
    counter.await("take", this::hasItem, () -> taken.add(items.remove()), nanos);
    return taken.isEmpty() ? null : taken.getFirst();
  }

  @Nullable E poll() {
    List<E> taken = new ArrayList<>(1);
    counter.change("poll", () -> moveTo(taken, 1));
    return taken.isEmpty() ? null : taken.getFirst();
  }

  int drainTo(Collection<? super E> into, int most) {
    List<E> taken = new ArrayList<>();
    counter.change("drainTo", () -> moveTo(taken, most));
    into.addAll(taken);
    return taken.size();
  }

  private void moveTo(List<E> taken, int most) {
    while (hasItem() && taken.size() < most) {
      taken.add(items.remove());
    }
  }

  @Nullable E peek() {
    counter.look("peek");
    return items.peek();
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

  /** Removes the first equal item; as {@link #removeIf} does. */
  boolean remove(@Nullable Object item) {
    for (E one : snapshot()) {
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

  private boolean removeSame(List<E> chosen) {
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

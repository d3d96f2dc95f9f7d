package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.juc.QueueState.End;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's blocking queues that guard items in the order of arrival by a lock have in common:
 * each operation is one step.
 */
abstract class BlockingQueueModel<E> extends QueueModel<E, QueueState.Entry<E>> {

  private final PerExecution<QueueState<E>> state;

  BlockingQueueModel(String kind, int capacity) {
    super(capacity);
    if (capacity <= 0) {
      throw new IllegalArgumentException();
    }
    state = new PerExecution<>(e -> new QueueState<>(e, kind, capacity));
  }

  final QueueState<E> state() {
    requireNotAdopted();
    return state.get();
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
  public void clear() {
    state().clear();
  }

  @Override
  public int drainTo(Collection<? super E> into, int most) {
    if (into == this) {
      throw new IllegalArgumentException();
    }
    return state().drainTo(into, most);
  }

  @Override
  final List<QueueState.Entry<E>> held() {
    return state().held();
  }

  @Override
  final boolean discard(List<QueueState.Entry<E>> chosen) {
    return state().discard(chosen);
  }
}

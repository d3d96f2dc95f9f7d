package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.operation.Channel;
import dev.chanlint.explorer.operation.Communication;
import dev.chanlint.explorer.operation.Communication.Case;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link SynchronousQueue}: an unbuffered channel, so a put and the take that meets it
 * are one joint step. Fair or not, which of several waiting threads is met is open.
 */
public class SynchronousQueueModel<E> extends AbstractQueue<E> implements BlockingQueue<E> {

  private final PerExecution<Channel> channel =
      new PerExecution<>(e -> new Channel(e, 0, "SynchronousQueue"));

  /** {@link SynchronousQueue#SynchronousQueue()}. */
  public SynchronousQueueModel() {}

  /** {@link SynchronousQueue#SynchronousQueue(boolean)}. */
  public SynchronousQueueModel(boolean fair) {}

  private Case sending(E item) {
    return Case.send(channel.get(), Objects.requireNonNull(item));
  }

  private static Communication meet(Case offer, long nanos) throws InterruptedException {
    Execution execution = Execution.require();
    Communication communication =
        nanos == Long.MAX_VALUE
            ? Communication.waiting(offer)
            : Communication.select(new Case[] {offer}, false, execution.arm(Math.max(0, nanos)));
    communication.perform();
    if (communication.wasInterrupted()) {
      Execution.self().setInterrupted(false);
      throw new InterruptedException();
    }
    return communication;
  }

  @Override
  public void put(E item) throws InterruptedException {
    meet(sending(item), Operation.NEVER);
  }

  @Override
  public boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return !meet(sending(item), unit.toNanos(timeout)).timedOut();
  }

  @Override
  public boolean offer(E item) {
    return !Communication.trying(sending(item)).perform().tookDefault();
  }

  @Override
  public E take() throws InterruptedException {
    return Objects.requireNonNull(poll(Operation.NEVER, TimeUnit.NANOSECONDS));
  }

  @Override
  @SuppressWarnings("unchecked") // only items of type E are sent
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return (E) meet(Case.receive(channel.get()), unit.toNanos(timeout)).received();
  }

  @Override
  @SuppressWarnings("unchecked") // as in poll
  public @Nullable E poll() {
    return (E) Communication.trying(Case.receive(channel.get())).perform().received();
  }

  @Override
  public @Nullable E peek() {
    return null;
  }

  @Override
  public boolean isEmpty() {
    return true;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public int remainingCapacity() {
    return 0;
  }

  @Override
  public void clear() {}

  @Override
  public boolean contains(@Nullable Object item) {
    return false;
  }

  @Override
  public boolean remove(@Nullable Object item) {
    return false;
  }

  @Override
  public boolean containsAll(Collection<?> items) {
    return items.isEmpty();
  }

  @Override
  public boolean removeAll(Collection<?> items) {
    return false;
  }

  @Override
  public boolean retainAll(Collection<?> items) {
    return false;
  }

  @Override
  public Iterator<E> iterator() {
    return Collections.emptyIterator();
  }

  @Override
  public Spliterator<E> spliterator() {
    return Spliterators.emptySpliterator();
  }

  @Override
  public int drainTo(Collection<? super E> into) {
    return drainTo(into, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> into, int most) {
    return QueueModel.drainOneByOne(this, into, most);
  }

  @Override
  public String toString() {
    return "[]";
  }
}

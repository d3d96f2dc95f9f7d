package dev.chanlint.explorer.juc;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link LinkedTransferQueue}. As there, what is done with all items is done with one
 * after another.
 */
public class TransferQueueModel<E> extends QueueModel<E, DualQueue<E>.Node>
    implements TransferQueue<E> {

  private final PerExecution<DualQueue<E>> state =
      new PerExecution<>(e -> new DualQueue<>(e, "LinkedTransferQueue"));

  /** {@link LinkedTransferQueue#LinkedTransferQueue()}. */
  public TransferQueueModel() {
    super(Integer.MAX_VALUE);
  }

  /** {@link LinkedTransferQueue#LinkedTransferQueue(Collection)}. */
  public TransferQueueModel(Collection<? extends E> items) {
    this();
    queue().fill(items);
  }

  private DualQueue<E> queue() {
    requireNotAdopted();
    return state.get();
  }

  @Override
  public void put(E item) {
    DualQueue<E> queue = queue();
    queue.meetOrLeave("put", queue.giver(item));
  }

  @Override
  public boolean offer(E item) {
    put(item);
    return true;
  }

  @Override
  public boolean offer(E item, long timeout, TimeUnit unit) {
    return offer(item);
  }

  @Override
  public boolean tryTransfer(E item) {
    DualQueue<E> queue = queue();
    return queue.tryMeet("tryTransfer", queue.giver(item));
  }

  @Override
  public boolean tryTransfer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    DualQueue<E> queue = queue();
    return queue.meet("tryTransfer", queue.giver(item), unit.toNanos(timeout));
  }

  @Override
  public void transfer(E item) throws InterruptedException {
    DualQueue<E> queue = queue();
    queue.meet("transfer", queue.giver(item));
  }

  @Override
  public E take() throws InterruptedException {
    DualQueue<E> queue = queue();
    DualQueue<E>.Node taker = queue.taker();
    queue.meet("take", taker);
    return taker.item();
  }

  @Override
  public @Nullable E poll() {
    DualQueue<E> queue = queue();
    DualQueue<E>.Node taker = queue.taker();
    return queue.tryMeet("poll", taker) ? taker.item() : null;
  }

  @Override
  public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
    DualQueue<E> queue = queue();
    DualQueue<E>.Node taker = queue.taker();
    return queue.meet("poll", taker, unit.toNanos(timeout)) ? taker.item() : null;
  }

  @Override
  public @Nullable E peek() {
    return queue().peek();
  }

  @Override
  public boolean isEmpty() {
    return peek() == null;
  }

  @Override
  public int size() {
    return queue().size();
  }

  @Override
  public int remainingCapacity() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean hasWaitingConsumer() {
    return queue().hasTaker();
  }

  @Override
  public int getWaitingConsumerCount() {
    return queue().takers();
  }

  @Override
  public int drainTo(Collection<? super E> into, int most) {
    return drainOneByOne(this, into, most);
  }

  @Override
  public void clear() {
    discard(held());
  }

  @Override
  List<DualQueue<E>.Node> held() {
    return queue().held();
  }

  @Override
  boolean discard(List<DualQueue<E>.Node> chosen) {
    DualQueue<E> queue = queue();
    boolean removed = false;
    for (DualQueue<E>.Node one : chosen) {
      removed |= queue.discard(one);
    }
    return removed;
  }
}

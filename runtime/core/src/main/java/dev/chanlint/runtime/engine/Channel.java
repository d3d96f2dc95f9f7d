package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Received;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A channel: a ring buffer and two queues of waiters under one short lock, with direct hand-off, as
 * in Go's own runtime. Under the lock, at most one of these holds: somebody waits to receive (then
 * the buffer is empty), somebody waits to send (then the buffer is full); those who have given up
 * not counted. Whoever finds a partner waiting serves it completely, so that a woken thread has
 * nothing left to do here.
 *
 * <p>Memory: all state is guarded by the lock, which gives the edges of the Go memory model between
 * threads that do not wait; {@link Wait} gives them to those who do. {@link #looksReady} alone
 * reads without the lock, and is but a hint.
 */
class Channel<T> extends SpinLock implements Chan<T> {

  /** What {@link #receiveNow} returns when there is nothing to receive yet. */
  static final Object WOULD_BLOCK = new Object();

  /** What {@link #receiveNow} returns when the channel is closed and drained. */
  static final Object CLOSED = new Object();

  private static final int FIRST_RING = 16;
  private static final AtomicLong LAST_RANK = new AtomicLong();

  private final int capacity;
  private final WaitQueue receivers = new WaitQueue();
  private final WaitQueue senders = new WaitQueue();
  private @Nullable Object[] ring;
  private int head;
  private int count;
  private boolean closed;

  /** Where it stands in the order in which a select locks channels; 0 until asked for. */
  private volatile long rank;

  Channel(int capacity) {
    this.capacity = capacity;
    ring = new Object[Math.min(capacity, FIRST_RING)];
  }

  @Override
  public final void send(T value) {
    Objects.requireNonNull(value);
    touch();
    lock();
    if (!sendNow(value)) {
      awaitSend(value);
    }
  }

  @Override
  public final boolean trySend(T value) {
    Objects.requireNonNull(value);
    touch();
    lock();
    boolean sent = sendNow(value);
    if (!sent) {
      unlock();
    }
    return sent;
  }

  /**
   * Sends if that needs no waiting. The caller holds the lock; it is free on return if this sent or
   * threw, else still held.
   */
  final boolean sendNow(Object value) {
    if (closed) {
      unlock();
      throw new ChannelClosedException("send on closed channel");
    }
    for (Node receiver = receivers.poll(); receiver != null; receiver = receivers.poll()) {
      receiver.value = value;
      receiver.ok = true;
      if (receiver.fire()) {
        unlock();
        receiver.wake();
        return true;
      }
    }
    if (count < capacity) {
      put(value);
      unlock();
      return true;
    }
    return false;
  }

  private void awaitSend(Object value) {
    Wait wait = new Wait("chan send", this);
    wait.value = value;
    senders.add(wait);
    unlock();
    if (wait.await() == null) {
      leave(true, wait);
      throw wait.interrupted();
    }
    if (!wait.ok) {
      throw new ChannelClosedException("send on closed channel");
    }
  }

  @Override
  @SuppressWarnings("unchecked") // only values of the type are sent
  public final @Nullable T receive() {
    Object value = receiveAny();
    return value == CLOSED ? null : (T) value;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of the type are sent
  public final T receiveOr(T whenClosed) {
    Object value = receiveAny();
    return value == CLOSED ? whenClosed : (T) value;
  }

  @Override
  public final Received<T> receiveOk() {
    return received(receiveAny());
  }

  @Override
  public final @Nullable Received<T> tryReceive() {
    touch();
    lock();
    Object value = receiveNow();
    if (value == WOULD_BLOCK) {
      unlock();
      return null;
    }
    return received(value);
  }

  @SuppressWarnings("unchecked") // only values of the type are sent
  private Received<T> received(Object value) {
    return value == CLOSED ? new Received<>(null, false) : new Received<>((T) value, true);
  }

  private Object receiveAny() {
    touch();
    lock();
    Object value = receiveNow();
    return value == WOULD_BLOCK ? awaitReceive() : value;
  }

  /**
   * Receives if that needs no waiting. The caller holds the lock; it is free on return unless this
   * returns {@link #WOULD_BLOCK}.
   */
  final Object receiveNow() {
    if (count > 0) {
      Object value = take();
      Node sender = senders.fireFirst(true);
      if (sender != null) {
        put(Objects.requireNonNull(sender.value));
      }
      unlock();
      if (sender != null) {
        sender.wake();
      }
      return value;
    }
    Node sender = senders.fireFirst(true);
    if (sender != null) {
      unlock();
      sender.wake();
      return Objects.requireNonNull(sender.value);
    }
    if (closed) {
      unlock();
      return CLOSED;
    }
    return WOULD_BLOCK;
  }

  private Object awaitReceive() {
    Wait wait = new Wait("chan receive", this);
    receivers.add(wait);
    unlock();
    if (wait.await() == null) {
      leave(false, wait);
      throw wait.interrupted();
    }
    return wait.ok ? Objects.requireNonNull(wait.value) : CLOSED;
  }

  @Override
  public final void close() {
    touch();
    lock();
    if (closed) {
      unlock();
      throw new ChannelClosedException("close of closed channel");
    }
    closed = true;
    Woken woken = receivers.fireAll(false);
    Woken failed = senders.fireAll(false);
    unlock();
    woken.wakeAll();
    failed.wakeAll();
    Events.closed(this);
  }

  /** Joins those who wait to send or to receive; the caller holds the lock. */
  final void join(boolean toSend, Node node) {
    (toSend ? senders : receivers).add(node);
  }

  /** Leaves those who wait, unless no longer among them; the caller holds no lock. */
  final void leave(boolean toSend, Node node) {
    if (node.queued) {
      lock();
      (toSend ? senders : receivers).remove(node);
      unlock();
    }
  }

  /** Whether sending or receiving would not wait, at a glance, without the lock. */
  final boolean looksReady(boolean toSend) {
    return closed
        || (toSend ? count < capacity || !receivers.isEmpty() : count > 0 || !senders.isEmpty());
  }

  /** Whether sending or receiving would not wait; the caller holds the lock. */
  final boolean isReady(boolean toSend) {
    return closed
        || (toSend ? count < capacity || receivers.hasLive() : count > 0 || senders.hasLive());
  }

  /** Whether somebody waits to receive whom no ended program has left behind. */
  final boolean isAwaited() {
    lock();
    boolean awaited = receivers.hasAnyOf(thread -> !Goroutine.isLeftBehind(thread));
    unlock();
    return awaited;
  }

  /** Where it was made; null if that was not noted, see {@link Trace}. */
  @Nullable String madeAt() {
    return null;
  }

  /** Where this stands in the order in which a select locks channels; also its name in events. */
  final long rank() {
    if (rank == 0) {
      long next = LAST_RANK.incrementAndGet();
      lock();
      if (rank == 0) {
        rank = next;
      }
      unlock();
    }
    return rank;
  }

  private void put(Object value) {
    if (count == ring.length) {
      grow();
    }
    int tail = head + count;
    ring[tail < ring.length ? tail : tail - ring.length] = value;
    count++;
  }

  private Object take() {
    Object value = Objects.requireNonNull(ring[head]);
    ring[head] = null;
    head = head + 1 == ring.length ? 0 : head + 1;
    count--;
    return value;
  }

  private void grow() {
    int length = (int) Math.min(capacity, 2L * ring.length);
    @Nullable Object[] longer = Arrays.copyOfRange(ring, head, head + length);
    int wrapped = ring.length - head;
    Arrays.fill(longer, Math.min(wrapped, length), length, null);
    System.arraycopy(ring, 0, longer, wrapped, head);
    ring = longer;
    head = 0;
  }

  @Override
  public int len() {
    lock();
    int len = count;
    unlock();
    return len;
  }

  @Override
  public int cap() {
    return capacity;
  }

  @Override
  public final Iterator<T> iterator() {
    return new Iterator<>() {
      private @Nullable T upcoming;
      private boolean ended;

      @Override
      public boolean hasNext() {
        if (upcoming == null && !ended) {
          upcoming = receive();
          ended = upcoming == null;
        }
        return !ended;
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        T value = Objects.requireNonNull(upcoming);
        upcoming = null;
        return value;
      }
    };
  }

  @Override
  public String toString() {
    return "chan(" + len() + "/" + cap() + ")";
  }
}

package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Received;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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
 * threads that do not wait; {@link Wait} gives them to those who do. {@link #looksReady} and {@link
 * #len} alone read without the lock. They acquire what the holder of the lock releases: the count,
 * and the first of each queue. So who reads one that was written after a close, in the order of the
 * lock, sees the close too.
 */
class Channel<T> extends SpinLock implements Chan<T> {

  /** What {@link #receiveNow} returns when there is nothing to receive yet. */
  static final Object WOULD_BLOCK = new Object();

  /** What {@link #receiveNow} returns when the channel is closed and drained. */
  static final Object CLOSED = new Object();

  private static final int FIRST_RING = 16;

  /**
   * How long those who look leave others alone, in {@link Thread#onSpinWait}s, doubled each time.
   */
  private static final int SHORTEST_PAUSE = 16;

  private static final int LONGEST_PAUSE = 128;

  /**
   * From which capacity on nobody looks for room or a value. One who parks lets the other side fill
   * or empty the whole buffer meanwhile, without contention for the lock; spread over so many
   * values, that is worth more than what being woken costs.
   */
  private static final int LARGE = 64;

  private static final AtomicLong LAST_RANK = new AtomicLong();

  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Channel.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int capacity;
  private final WaitQueue receivers = new WaitQueue();
  private final WaitQueue senders = new WaitQueue();
  private @Nullable Object[] ring;
  private int head;

  /** How many values are in the buffer; written by COUNT. */
  private int count;

  private volatile boolean closed;

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
    if (!sendNow(value) && !sendSoon(value)) {
      awaitSend(value);
    }
  }

  @Override
  public final boolean trySend(T value) {
    Objects.requireNonNull(value);
    touch();
    if (!looksReady(true)) {
      return false;
    }
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

  /**
   * Sends if there is room soon. Between its looks it leaves ever more time, for those who make
   * room get on better alone. Takes a held lock, which is free on return if this sent or threw,
   * else held again.
   */
  private boolean sendSoon(Object value) {
    Patience patience = patienceToLook();
    if (patience == null) {
      return false;
    }
    unlock();
    for (int pause = SHORTEST_PAUSE; pause <= LONGEST_PAUSE; pause *= 2) {
      pause(pause);
      if (looksReady(true)) {
        lock();
        if (sendNow(value)) {
          patience.succeeded();
          return true;
        }
        unlock();
      }
    }
    patience.failed();
    lock();
    return sendNow(value);
  }

  /** The patience to look for room or for a value, if this has a small buffer and that may help. */
  private @Nullable Patience patienceToLook() {
    Goroutine current = capacity == 0 || capacity >= LARGE ? null : Goroutine.current();
    Patience patience = current == null ? null : Wait.patienceOf(current);
    return patience != null && patience.looks() > 0 ? patience : null;
  }

  private static void pause(int length) {
    for (int i = 0; i < length; i++) {
      Thread.onSpinWait();
    }
  }

  private void awaitSend(Object value) {
    Wait wait = Wait.begin("chan send", this);
    wait.value = value;
    senders.add(wait);
    unlock();
    Node fired = wait.await();
    if (fired == null) {
      leave(true, wait); // before the value goes: who finds this in the queue reads it
    }
    wait.takeValue();
    if (fired == null) {
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
    if (!looksReady(false)) {
      return null;
    }
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
    if (value == WOULD_BLOCK) {
      value = receiveSoon();
    }
    return value == WOULD_BLOCK ? awaitReceive() : value;
  }

  /**
   * Receives if there is a value soon; else as {@link #sendSoon}. Takes a held lock, which is free
   * on return unless this returns {@link #WOULD_BLOCK}.
   */
  private Object receiveSoon() {
    Patience patience = patienceToLook();
    if (patience == null) {
      return WOULD_BLOCK;
    }
    unlock();
    for (int pause = SHORTEST_PAUSE; pause <= LONGEST_PAUSE; pause *= 2) {
      pause(pause);
      if (looksReady(false)) {
        lock();
        Object value = receiveNow();
        if (value != WOULD_BLOCK) {
          patience.succeeded();
          return value;
        }
        unlock();
      }
    }
    patience.failed();
    lock();
    return receiveNow();
  }

  /**
   * Receives if that needs no waiting. The caller holds the lock; it is free on return unless this
   * returns {@link #WOULD_BLOCK}.
   */
  final Object receiveNow() {
    for (Node sender = senders.poll(); sender != null; sender = senders.poll()) {
      Object offered = Objects.requireNonNull(sender.value); // to be read before it is fired
      sender.ok = true;
      if (sender.fire()) {
        Object value = count > 0 ? exchange(offered) : offered;
        unlock();
        sender.wake();
        return value;
      }
    }
    if (count > 0) {
      Object value = take();
      unlock();
      return value;
    }
    if (closed) {
      unlock();
      return CLOSED;
    }
    return WOULD_BLOCK;
  }

  /**
   * Takes the first value out of the full buffer and puts one in its place, as the last. The buffer
   * stays full all the while, for those who look without the lock.
   */
  private Object exchange(Object value) {
    Object first = Objects.requireNonNull(ring[head]);
    ring[head] = value;
    head = head + 1 == ring.length ? 0 : head + 1;
    return first;
  }

  private Object awaitReceive() {
    Wait wait = Wait.begin("chan receive", this);
    receivers.add(wait);
    unlock();
    if (wait.await() == null) {
      leave(false, wait);
      throw wait.interrupted();
    }
    return wait.ok ? Objects.requireNonNull(wait.takeValue()) : CLOSED;
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
    lock();
    (toSend ? senders : receivers).remove(node);
    unlock();
  }

  /**
   * Whether sending or receiving would not wait, at a glance, without the lock. True may be wrong;
   * false was true when this looked for a partner, for what is open after that was open then.
   */
  final boolean looksReady(boolean toSend) {
    return looksServed(toSend) || closed;
  }

  /** Whether there seems to be room or a value; where there is a buffer, it tells of partners. */
  private boolean looksServed(boolean toSend) {
    if (capacity == 0) {
      return !(toSend ? receivers : senders).isEmpty();
    }
    return toSend ? buffered() < capacity : buffered() > 0;
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
    COUNT.setRelease(this, count + 1);
  }

  private Object take() {
    Object value = Objects.requireNonNull(ring[head]);
    ring[head] = null;
    head = head + 1 == ring.length ? 0 : head + 1;
    COUNT.setRelease(this, count - 1);
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

  private int buffered() {
    return (int) COUNT.getAcquire(this);
  }

  @Override
  public int len() {
    return buffered();
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

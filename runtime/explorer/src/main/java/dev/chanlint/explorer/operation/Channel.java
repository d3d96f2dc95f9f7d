package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Rendezvous;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * The state of a channel. Its cells are the finest that the semantics allow: the sending end, the
 * receiving end, each slot of the ring buffer, and whether it is closed. So a send and a receive
 * touch the same cell only if one of them is what the other waits for, and rendezvous on an
 * unbuffered channel commute. The store knows how many were sent, how many received, and whether it
 * is closed. Each slot carries the clock that orders the k-th send before the k-th receive and that
 * before the (k+capacity)-th send, as the Go memory model has it.
 */
public final class Channel extends Resource {

  private final Store store;
  private final int capacity;
  private final boolean ofTimes;
  private final @Nullable Object[] buffer;
  private final @Nullable VectorClock[] clocks;
  private final Rendezvous rendezvous = new Rendezvous();
  private final VectorClock closing = new VectorClock();
  private final int sendingEnd;
  private final int receivingEnd;
  private final int[] slots;
  private final int meetingCell;

  /** Makes an open, empty channel. */
  public Channel(Execution execution, int capacity) {
    this(execution, capacity, "chan");
  }

  /** Makes an open, empty one that a witness calls something else. */
  public Channel(Execution execution, int capacity, String kind) {
    this(execution, capacity, kind, false);
  }

  /** Makes an open, empty one with room for a time, which a timer sends. */
  static Channel ofTimes(Execution execution) {
    return new Channel(execution, 1, "chan", true);
  }

  private Channel(Execution execution, int capacity, String kind, boolean ofTimes) {
    super(execution, kind);
    this.store = execution.store();
    this.capacity = capacity;
    this.ofTimes = ofTimes;
    this.buffer = new Object[capacity];
    this.clocks = new VectorClock[capacity];
    this.sendingEnd = execution.newCell();
    this.receivingEnd = execution.newCell();
    this.meetingCell = execution.newCell();
    this.slots = execution.newCells(capacity);
  }

  /** Whether a timer sends on it. */
  boolean isOfTimes() {
    return ofTimes;
  }

  /** The size of the buffer. */
  public int capacity() {
    return capacity;
  }

  /** The number of values in the buffer: a visible operation. */
  public int length() {
    if (capacity == 0) {
      return 0;
    }
    int[] result = new int[1];
    new Action("running", "len", this)
        .touching(f -> f.reads(sendingEnd).reads(receivingEnd))
        .changingIf(() -> false)
        .then(() -> result[0] = held())
        .foreseeable()
        .perform();
    return result[0];
  }

  /**
   * Closes it: a visible operation.
   *
   * @return false if it was closed before
   */
  public boolean close() {
    boolean[] result = new boolean[1];
    Action close = new Action("running", "close", this).writing(cell());
    close
        .then(
            () -> {
              result[0] = !isClosed();
              shut(close.goroutine());
            })
        .perform();
    return result[0];
  }

  /** Closes it, as part of a larger operation that writes {@link #cell}. */
  void shut(Goroutine closer) {
    store.set(cell(), true);
    closer.release(closing);
  }

  boolean isClosed() {
    return store.is(cell());
  }

  /** Where senders and receivers meet; null if they do not. */
  @Nullable Rendezvous rendezvous() {
    return capacity == 0 && !isClosed() ? rendezvous : null;
  }

  Rendezvous waiting() {
    return rendezvous;
  }

  boolean canSend() {
    return isClosed() || held() < capacity;
  }

  boolean canReceive() {
    return isClosed() || holds();
  }

  boolean holds() {
    return held() > 0;
  }

  private int held() {
    return (int) (store.get(sendingEnd) - store.get(receivingEnd));
  }

  /** A send that fails, since the channel is closed, might not have, had there been room before. */
  void touchSend(Footprint into) {
    into.reads(cell());
    if (capacity > 0 && isClosed()) {
      into.reads(receivingEnd);
    } else if (capacity > 0) {
      into.writes(sendingEnd).writes(slots[tail()]);
    }
  }

  void touchReceive(Footprint into) {
    if (holds()) {
      into.writes(receivingEnd).writes(slots[head()]);
    } else {
      into.reads(cell());
      if (capacity > 0) {
        into.reads(receivingEnd);
      }
    }
  }

  /**
   * What a pending send or receive is interested in: others that do the same, and what makes room
   * for it or gives it something. That is no race if it can do nothing else.
   *
   * @param sends whether it is a send
   * @param alone whether it will take part in this channel's order of sends, or of receives,
   *     whatever happens. If it may go another way, or fail, what it would find at another time is
   *     not where it is now, and all that is done with the channel counts.
   */
  void interest(Footprint into, boolean sends, boolean alone) {
    into.reads(cell());
    if (capacity == 0) {
      into.offers(meetingCell, sends);
    } else if (!alone || sends && isClosed()) {
      into.writes(sendingEnd).writes(receivingEnd);
    } else if (sends) {
      into.writes(sendingEnd).writes(slots[tail()]);
    } else {
      into.writes(receivingEnd).writes(slots[head()]);
    }
  }

  /** What finding that a send would block depends on. */
  void touchNoSend(Footprint into) {
    into.reads(cell());
    if (capacity > 0) {
      into.reads(sendingEnd).reads(slots[tail()]);
    }
  }

  /** What finding that a receive would block depends on. */
  void touchNoReceive(Footprint into) {
    into.reads(cell());
    if (capacity > 0) {
      into.reads(receivingEnd).reads(slots[head()]);
    }
  }

  void send(Goroutine sender, Object value) {
    int slot = tail();
    synchronise(sender, slot);
    buffer[slot] = value;
    store.add(sendingEnd, 1);
  }

  /** Receives from the buffer, or null if it is closed and drained. */
  @Nullable Object receive(Goroutine receiver) {
    if (!holds()) {
      receiver.acquire(closing);
      return null;
    }
    int slot = head();
    synchronise(receiver, slot);
    Object value = buffer[slot];
    buffer[slot] = null;
    store.add(receivingEnd, 1);
    return value;
  }

  /** What {@link #offer} and {@link #drain} depend on. */
  void touchBuffer(Footprint into) {
    into.writes(sendingEnd).writes(receivingEnd);
    for (int i = 0; i < capacity; i++) {
      into.writes(slots[i]);
    }
  }

  /** Sends if there is room. */
  void offer(Goroutine sender, Object value) {
    if (!isFull()) {
      send(sender, value);
    }
  }

  boolean isFull() {
    return held() == capacity;
  }

  /** Takes every value out of the buffer; tells whether there was one. */
  boolean drain(Goroutine receiver) {
    boolean any = holds();
    while (holds()) {
      receive(receiver);
    }
    return any;
  }

  private int head() {
    return (int) (store.get(receivingEnd) % capacity);
  }

  private int tail() {
    return (int) (store.get(sendingEnd) % capacity);
  }

  private void synchronise(Goroutine goroutine, int slot) {
    VectorClock clock = clocks[slot];
    if (clock == null) {
      clock = new VectorClock();
      clocks[slot] = clock;
    }
    goroutine.acquire(clock);
    goroutine.release(clock);
  }
}

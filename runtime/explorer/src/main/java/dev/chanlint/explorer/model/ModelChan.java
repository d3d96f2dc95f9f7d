package dev.chanlint.explorer.model;

import dev.chanlint.explorer.operation.Channel;
import dev.chanlint.explorer.operation.Communication;
import dev.chanlint.explorer.operation.Communication.Case;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Received;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel, or the nil channel, under control.
 *
 * @param <T> the type of the values
 */
public final class ModelChan<T> implements Chan<T> {

  private final @Nullable Channel channel;
  private final boolean buffered;

  /**
   * Makes one.
   *
   * @param channel its state; null for the nil channel
   */
  public ModelChan(@Nullable Channel channel) {
    this(channel, channel != null && channel.capacity() > 0);
  }

  private ModelChan(@Nullable Channel channel, boolean buffered) {
    this.channel = channel;
    this.buffered = buffered;
  }

  /** Makes one that looks unbuffered, as those of timers do, though it has a place for a time. */
  static <T> ModelChan<T> looksUnbuffered(Channel channel) {
    return new ModelChan<>(channel, false);
  }

  /** Its state; null for the nil channel. */
  public @Nullable Channel channel() {
    return channel;
  }

  @Override
  public void send(T value) {
    Objects.requireNonNull(value);
    check(Communication.waiting(Case.send(channel, value)).perform());
  }

  @Override
  public boolean trySend(T value) {
    Objects.requireNonNull(value);
    return !check(Communication.trying(Case.send(channel, value)).perform()).tookDefault();
  }

  @Override
  public void close() {
    if (channel == null) {
      throw new ChannelClosedException("close of nil channel");
    }
    if (!channel.close()) {
      throw new ChannelClosedException("close of closed channel");
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable T receive() {
    return (T) check(Communication.waiting(Case.receive(channel)).perform()).received();
  }

  @Override
  public T receiveOr(T whenClosed) {
    T value = receive();
    return value == null ? whenClosed : value;
  }

  @Override
  public Received<T> receiveOk() {
    return received(check(Communication.waiting(Case.receive(channel)).perform()));
  }

  @Override
  public @Nullable Received<T> tryReceive() {
    Communication done = Communication.trying(Case.receive(channel)).perform();
    return done.tookDefault() ? null : received(done);
  }

  @Override
  public int len() {
    return channel == null || !buffered ? 0 : channel.length();
  }

  @Override
  public int cap() {
    return channel == null || !buffered ? 0 : channel.capacity();
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private @Nullable T next;

      @Override
      public boolean hasNext() {
        if (next == null) {
          next = receive();
        }
        return next != null;
      }

      @Override
      public T next() {
        if (!hasNext() || next == null) {
          throw new NoSuchElementException();
        }
        T value = next;
        next = null;
        return value;
      }
    };
  }

  /**
   * Throws what a communication that went wrong is to throw.
   *
   * @return the communication
   */
  public static Communication check(Communication done) {
    if (done.wasInterrupted()) {
      throw new GoroutineInterruptedException("interrupted in " + done.state());
    }
    if (done.wasSentOnClosed()) {
      throw new ChannelClosedException("send on closed channel");
    }
    return done;
  }

  @SuppressWarnings("unchecked")
  private Received<T> received(Communication done) {
    return new Received<>((T) done.received(), done.ok());
  }
}

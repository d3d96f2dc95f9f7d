package dev.chanlint.runtime;

/**
 * The sending half of a channel, Go's {@code chan<- T}.
 *
 * <p>A send happens before the receive of its value completes.
 *
 * @param <T> the type of the values; never null
 */
public interface SendChan<T> extends AutoCloseable {

  /**
   * Sends a value, Go's {@code ch <- value}. Blocks until a receiver takes it (unbuffered) or until
   * there is room (buffered).
   *
   * @param value the value
   * @throws NullPointerException if the value is null
   * @throws ChannelClosedException if the channel is closed, before or while this waits
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     nothing was sent
   */
  void send(T value);

  /**
   * Sends a value if that needs no waiting, Go's {@code select} of one send and a {@code default}.
   *
   * @param value the value
   * @return false if the send would block; nothing was sent then
   * @throws NullPointerException if the value is null
   * @throws ChannelClosedException if the channel is closed
   */
  boolean trySend(T value);

  /**
   * Closes the channel, Go's {@code close(ch)}: nothing more is sent. Wakes every waiting receiver;
   * values in the buffer are still received. What was done before the close happens before a
   * receive that reports it. Never waits.
   *
   * @throws ChannelClosedException if the channel is closed already, or nil
   */
  @Override
  void close();

  /**
   * The number of values in the buffer, Go's {@code len(ch)}. Never waits.
   *
   * @return the length; 0 for an unbuffered and for a nil channel
   */
  int len();

  /**
   * The size of the buffer, Go's {@code cap(ch)}.
   *
   * @return the capacity; 0 for an unbuffered and for a nil channel
   */
  int cap();
}

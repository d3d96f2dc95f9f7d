package dev.chanlint.runtime;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of a channel, Go's {@code <-chan T}. Iterating is Go's {@code range}: each
 * step receives a value, and the iteration ends when the channel is closed and drained.
 *
 * <p>The <i>k</i>-th receive on a channel of capacity <i>C</i> happens before the
 * (<i>k</i>+<i>C</i>)-th send on it completes.
 *
 * @param <T> the type of the values
 */
public interface ReceiveChan<T> extends Iterable<T> {

  /**
   * Receives a value, Go's {@code <-ch}. Blocks until there is one or the channel is closed.
   *
   * @return the value, or null once the channel is closed and drained
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     nothing was received
   */
  @Nullable T receive();

  /**
   * Receives a value, Go's {@code <-ch}, with a stand-in for the zero value. Blocks until there is
   * one or the channel is closed.
   *
   * @param whenClosed what to return once the channel is closed and drained
   * @return the value, or {@code whenClosed}
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     nothing was received
   */
  T receiveOr(T whenClosed);

  /**
   * Receives a value and tells whether it was sent, Go's {@code v, ok := <-ch}. Blocks until there
   * is one or the channel is closed.
   *
   * @return the value and true, or null and false once the channel is closed and drained
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     nothing was received
   */
  Received<T> receiveOk();

  /**
   * Receives if that needs no waiting, Go's {@code select} of one receive and a {@code default}.
   *
   * @return what {@link #receiveOk} returns, or null if it would block
   */
  @Nullable Received<T> tryReceive();

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

  /**
   * Iterates over what is received, Go's {@code for v := range ch}. Its {@code hasNext} blocks, as
   * {@link #receive} does, and has received the value that {@code next} then returns.
   *
   * @return the iterator; for one thread, others have their own
   */
  @Override
  Iterator<T> iterator();
}

package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Engine;

/**
 * A channel, Go's {@code chan T}: goroutines and threads pass values through it in
 * first-in-first-out order.
 *
 * @param <T> the type of the values; never null
 */
public interface Chan<T> extends SendChan<T>, ReceiveChan<T> {

  /**
   * Makes an unbuffered channel, Go's {@code make(chan T)}.
   *
   * @param <T> the type of the values
   * @return the channel
   */
  static <T> Chan<T> make() {
    return Engine.channel(0);
  }

  /**
   * Makes a channel, Go's {@code make(chan T, capacity)}.
   *
   * @param capacity how many values it buffers; 0 for unbuffered
   * @param <T> the type of the values
   * @return the channel
   * @throws IllegalArgumentException if the capacity is negative
   */
  static <T> Chan<T> make(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("negative channel capacity: " + capacity);
    }
    return Engine.channel(capacity);
  }

  /**
   * Go's nil channel: sends and receives on it block for good, a select never picks it, and closing
   * it fails.
   *
   * @param <T> the type of the values
   * @return the nil channel
   */
  static <T> Chan<T> nil() {
    return Engine.nilChannel();
  }
}

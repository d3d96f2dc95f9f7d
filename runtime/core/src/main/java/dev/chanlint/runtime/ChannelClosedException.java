package dev.chanlint.runtime;

/** A send on, or a close of, a channel that is closed or nil; the message is Go's. */
public final class ChannelClosedException extends IllegalStateException {

  /**
   * Creates the exception.
   *
   * @param message Go's words: {@code send on closed channel}, {@code close of closed channel} or
   *     {@code close of nil channel}
   */
  public ChannelClosedException(String message) {
    super(message);
  }
}

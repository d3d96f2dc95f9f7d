package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import org.jspecify.annotations.Nullable;

/** One communication that a select offers: a send of a value or a receive, on one channel. */
public class SelectOp {

  /** The channel: a {@link SendChan} if this is a send, a {@link ReceiveChan} if not. */
  public final Object channel;

  /** Whether this is a send. */
  public final boolean isSend;

  /**
   * The value to send; or, after this receive was chosen, the value received, null from a closed
   * channel.
   */
  public @Nullable Object value;

  /** After this receive was chosen: whether the value was sent; false from a closed channel. */
  public boolean ok;

  private SelectOp(Object channel, boolean isSend, @Nullable Object value) {
    this.channel = channel;
    this.isSend = isSend;
    this.value = value;
  }

  /**
   * Offers a send.
   *
   * @param channel where to
   * @param value what
   */
  protected SelectOp(SendChan<?> channel, Object value) {
    this(channel, true, value);
  }

  /**
   * Offers a receive.
   *
   * @param channel where from
   */
  protected SelectOp(ReceiveChan<?> channel) {
    this(channel, false, null);
  }
}

package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select.Case;
import dev.chanlint.runtime.SendChan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One communication that a select offers: a send of a value or a receive, on one channel. A case
 * without one, a default or a timeout, offers to receive from the nil channel. Immutable, so that
 * any number of selects may offer the same one, even at the same time.
 */
public class SelectOp {

  /** The channel: a {@link SendChan} if this is a send, a {@link ReceiveChan} if not. */
  public final Object channel;

  /** Whether this is a send. */
  public final boolean isSend;

  /** The value to send; null if this is a receive. */
  public final @Nullable Object value;

  private SelectOp(Object channel, boolean isSend, @Nullable Object value) {
    this.channel = channel;
    this.isSend = isSend;
    this.value = value;
  }

  /**
   * What a case of a select offers.
   *
   * @param selectCase the case
   * @return the operation, which the case is itself
   */
  public static SelectOp of(Case<?> selectCase) {
    return (SelectOp) selectCase;
  }

  /**
   * Offers a send.
   *
   * @param channel where to
   * @param value what
   */
  protected SelectOp(SendChan<?> channel, Object value) {
    this(Objects.requireNonNull(channel), true, Objects.requireNonNull(value));
  }

  /**
   * Offers a receive.
   *
   * @param channel where from
   */
  protected SelectOp(ReceiveChan<?> channel) {
    this(Objects.requireNonNull(channel), false, null);
  }

  /**
   * Offers what another offers.
   *
   * @param other the other
   */
  protected SelectOp(SelectOp other) {
    this(other.channel, other.isSend, other.value);
  }
}

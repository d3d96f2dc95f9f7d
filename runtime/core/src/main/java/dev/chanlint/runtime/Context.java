package dev.chanlint.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries a deadline, a cancellation and values down a tree of calls and goroutines, Go's {@code
 * context.Context}. Cancelling a context cancels all derived from it, and none above it. None of
 * its methods waits; to wait is to receive from {@link #done}. What was done before a cancel, or
 * before a deadline was set that then passes, happens before a receive that reports {@link #done}
 * as closed.
 */
public sealed interface Context permits CancelContext, BackgroundContext, ValueContext {

  /**
   * The root: never cancelled, without a deadline or values, Go's {@code context.Background}.
   *
   * @return the context
   */
  static Context background() {
    return BackgroundContext.INSTANCE;
  }

  /**
   * Derives a context that can be cancelled, Go's {@code context.WithCancel}.
   *
   * @param parent what it is derived from
   * @return the context; to be cancelled (closed) when done with
   */
  static CancelContext withCancel(Context parent) {
    return new CancellableContext(parent);
  }

  /**
   * Derives a context that is done after a time at the latest, Go's {@code context.WithTimeout}.
   *
   * @param parent what it is derived from
   * @param timeout how long from now; done at once if not positive
   * @return the context; to be cancelled (closed) when done with
   */
  static CancelContext withTimeout(Context parent, Duration timeout) {
    Objects.requireNonNull(timeout);
    return new CancellableContext(parent).expireAfter(timeout);
  }

  /**
   * Derives a context that is done at a time at the latest, Go's {@code context.WithDeadline}.
   *
   * @param parent what it is derived from; its deadline counts if it is earlier
   * @param deadline when; done at once if past
   * @return the context; to be cancelled (closed) when done with
   */
  static CancelContext withDeadline(Context parent, Instant deadline) {
    Objects.requireNonNull(deadline);
    return new CancellableContext(parent).expireAt(deadline);
  }

  /**
   * Derives a context that carries a value, Go's {@code context.WithValue}.
   *
   * @param parent what it is derived from
   * @param key what the value is found by, compared by {@code equals}
   * @param value the value
   * @return the context
   */
  static Context withValue(Context parent, Object key, Object value) {
    return new ValueContext(
        Objects.requireNonNull(parent), Objects.requireNonNull(key), Objects.requireNonNull(value));
  }

  /**
   * A channel that closes when this context is done, Go's {@code Context.Done}.
   *
   * @return the channel, the same at each call; the nil channel if it can never be done
   */
  ReceiveChan<Unit> done();

  /**
   * Why this context is done, Go's {@code Context.Err}.
   *
   * @return null if it is not done; else {@link ContextException.Canceled} or {@link
   *     ContextException.DeadlineExceeded}, the same at each call
   */
  @Nullable ContextException err();

  /**
   * When this context will be done at the latest, Go's {@code Context.Deadline}.
   *
   * @return the earliest deadline of this and those above; null if there is none
   */
  @Nullable Instant deadline();

  /**
   * Finds a value, Go's {@code Context.Value}.
   *
   * @param key its key
   * @return the value set for that key nearest to this context, here or above; null if there is
   *     none
   */
  @Nullable Object value(Object key);
}

package dev.chanlint.runtime;

/** A context that can be cancelled, what Go's {@code context.WithCancel} and its like return. */
public sealed interface CancelContext extends Context, AutoCloseable permits CancellableContext {

  /**
   * Cancels it and all derived from it, as a call of Go's {@code CancelFunc}, and releases what it
   * holds; nothing if it is done already. What was done before happens before a receive that
   * reports {@link #done} as closed.
   */
  void cancel();

  /** {@link #cancel}: {@code try (var ctx = …)} is Go's {@code defer cancel()}. */
  @Override
  default void close() {
    cancel();
  }
}

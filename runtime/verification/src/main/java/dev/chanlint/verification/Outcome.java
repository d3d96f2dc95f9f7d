package dev.chanlint.verification;

/** How an operation ended. */
public sealed interface Outcome {

  /**
   * A value was sent.
   *
   * @param by the index of the case
   */
  record Sent(int by) implements Outcome {}

  /**
   * A value was received.
   *
   * @param by the index of the case
   * @param value the value
   */
  record Received(int by, int value) implements Outcome {}

  /**
   * A receive reported that its channel is closed and drained.
   *
   * @param by the index of the case
   */
  record Drained(int by) implements Outcome {}

  /**
   * An exception in Go's words.
   *
   * @param message its message
   */
  record Panicked(String message) implements Outcome {}

  /**
   * The number of values in a buffer.
   *
   * @param values how many
   */
  record Length(int values) implements Outcome {}

  /** What carries no value. */
  enum Plain implements Outcome {
    /** Nothing was ready, and the operation does not wait. */
    WOULD_BLOCK,
    /** The channel was closed by this. */
    CLOSED,
    /** An interrupt came, and nothing was done. */
    INTERRUPTED,
    /** It waits for good, and nothing was done. */
    BLOCKED
  }
}

package dev.chanlint.verification;

/** Channels that the operations of a program are performed on. */
public interface Performer {

  /**
   * Performs an operation in the calling thread.
   *
   * @param operation what to do
   * @return how it ended; {@link Outcome.Plain#BLOCKED} never, for then this does not return
   */
  Outcome perform(Operation operation);
}

package dev.chanlint.runtime;

/**
 * All goroutines of a {@link Go#run} are blocked for good, Go's {@code fatal error: all goroutines
 * are asleep - deadlock!}. The message is Go's report with each goroutine's stack; the error's own
 * stack is that of the caller of {@code run}. The goroutines stay blocked; each may still be
 * interrupted.
 */
public final class DeadlockError extends Error {

  /**
   * Creates the error.
   *
   * @param report the whole report, from {@code fatal error:} on
   */
  public DeadlockError(String report) {
    super(report);
  }
}

package dev.chanlint.runtime;

/**
 * All goroutines of a {@link Go#run} are blocked for good. The message is Go's report with each
 * goroutine's stack.
 */
public final class DeadlockError extends Error {

  /**
   * Creates the error.
   *
   * @param report the whole report, from {@code fatal error:} on
   */
  public DeadlockError(String report) {
    super(report, null, false, false);
  }
}

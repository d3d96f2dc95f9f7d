package dev.chanlint.runtime;

/**
 * A goroutine of a {@link Go#run} died of an exception that it did not catch, which is the cause:
 * Go's {@code panic}. Of several that die at once the first is the cause, with the others
 * suppressed.
 */
public final class GoroutinePanic extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param report Go's report: {@code panic: …} and the goroutine
   * @param cause what the goroutine did not catch
   */
  public GoroutinePanic(String report, Throwable cause) {
    super(report, cause);
  }
}

package dev.chanlint.runtime;

/**
 * The thread was interrupted at a blocking call, which had no effect. The thread's interrupt flag
 * is set. Go has no counterpart: nothing interrupts a goroutine there.
 */
public final class GoroutineInterruptedException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message which call was interrupted
   */
  public GoroutineInterruptedException(String message) {
    super(message);
  }
}

package dev.chanlint.explorer;

/** A schedule is not one of the code that it is to be replayed on: the code has changed. */
public final class ScheduleMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What does not fit. */
  private final String reason;

  /**
   * Makes one.
   *
   * @param reason where they part
   */
  public ScheduleMismatchException(String reason) {
    super("the code has changed under the schedule: " + reason);
    this.reason = reason;
  }

  /**
   * Where they part.
   *
   * @return for a reader
   */
  public String reason() {
    return reason;
  }
}

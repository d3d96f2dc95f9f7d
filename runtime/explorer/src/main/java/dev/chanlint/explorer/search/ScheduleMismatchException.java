package dev.chanlint.explorer.search;

/** A schedule is not one of the code that it is to be replayed on: the code has changed. */
public final class ScheduleMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes one that says where they part. */
  public ScheduleMismatchException(String message) {
    super("the code has changed under the schedule: " + message);
  }
}

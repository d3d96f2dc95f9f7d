package dev.chanlint.verification;

/**
 * An operation as it was performed. The two moments are of one clock, on which no two are the same.
 *
 * @param goroutine who called
 * @param operation what was called
 * @param invoked a moment before anything was done
 * @param returned a moment after everything was done
 * @param outcome how it ended
 */
public record Call(
    int goroutine, Operation operation, long invoked, long returned, Outcome outcome) {

  boolean isBlocked() {
    return outcome == Outcome.Plain.BLOCKED;
  }

  @Override
  public String toString() {
    return "goroutine %d, %d-%d: %s = %s"
        .formatted(goroutine, invoked, returned, operation, outcome);
  }
}

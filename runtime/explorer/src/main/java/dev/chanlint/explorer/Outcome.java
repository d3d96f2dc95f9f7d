package dev.chanlint.explorer;

import java.util.Set;

/**
 * How an execution ended, as its user sees it.
 *
 * @param output what stood on standard output when the main goroutine returned or the program
 *     failed
 * @param faults the faults it met
 */
public record Outcome(String output, Set<Fault> faults) {

  /** Copies the collections. */
  public Outcome {
    faults = Set.copyOf(faults);
  }
}

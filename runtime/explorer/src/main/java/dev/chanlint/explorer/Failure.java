package dev.chanlint.explorer;

import java.util.List;

/**
 * A fault that an execution met, with the execution as its witness.
 *
 * @param fault the kind
 * @param message what happened, for a reader
 * @param sites the places at fault: where goroutines are blocked, the two accesses, where the
 *     exception was thrown; each the innermost in code under test
 * @param goroutines every goroutine as it stood
 * @param schedule replays the execution
 * @param witness the execution, step by step
 * @param preemptions how many preemptions it has
 */
public record Failure(
    Fault fault,
    String message,
    List<Site> sites,
    List<GoroutineReport> goroutines,
    Schedule schedule,
    List<Step> witness,
    int preemptions) {

  /** Copies the collections. */
  public Failure {
    sites = List.copyOf(sites);
    goroutines = List.copyOf(goroutines);
    witness = List.copyOf(witness);
  }
}

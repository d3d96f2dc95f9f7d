package dev.chanlint.explorer;

import java.util.List;

/**
 * One step of a witness: a visible operation that was performed. The rendezvous of a sender and a
 * receiver is one step of the one that came last, with the other as its partner.
 *
 * @param goroutine the number of the goroutine, 1 for main
 * @param partner the number of the goroutine that took part, 0 if none
 * @param operation what was done, such as {@code send}, {@code receive}, {@code lock}, {@code go}
 * @param object what it was done on and where that was made, such as {@code chan made at
 *     Jobs.java:12}; empty if nothing
 * @param value the value passed, where it has a short text; else empty
 * @param stack where, innermost first, code under test only
 * @param earlyTimer whether a timer fired while something else could still run
 * @param preemption whether the step takes over from a goroutine that could have gone on
 */
public record Step(
    int goroutine,
    int partner,
    String operation,
    String object,
    String value,
    List<Site> stack,
    boolean earlyTimer,
    boolean preemption) {

  /** Copies the collections. */
  public Step {
    stack = List.copyOf(stack);
  }
}

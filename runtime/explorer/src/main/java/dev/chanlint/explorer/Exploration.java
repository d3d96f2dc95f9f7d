package dev.chanlint.explorer;

import java.util.List;
import java.util.Set;

/**
 * What an exploration found.
 *
 * @param executions how many executions were run to their end
 * @param exhausted whether every schedule that can differ was covered
 * @param isUnderControl whether all that ran was under the explorer's control; if not, the reason
 *     is among the limits, and neither faults nor their absence mean much
 * @param failures the faults met, one for each kind and place, each with a shortest witness found
 * @param outcomes the distinct ends met
 * @param limits why the exploration says less than everything, for a reader: a budget spent,
 *     something outside its control; empty if it was exhaustive
 * @param executed the places where a visible operation or a shared access was performed
 */
public record Exploration(
    long executions,
    boolean exhausted,
    boolean isUnderControl,
    List<Failure> failures,
    Set<Outcome> outcomes,
    List<String> limits,
    Set<Site> executed) {

  public Exploration {
    failures = List.copyOf(failures);
    outcomes = Set.copyOf(outcomes);
    limits = List.copyOf(limits);
    executed = Set.copyOf(executed);
  }
}

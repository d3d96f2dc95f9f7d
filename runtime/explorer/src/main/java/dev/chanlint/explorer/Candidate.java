package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Execution;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An execution that shows a fault, with what is needed to run it again.
 *
 * @param exposed which racing accesses were scheduling points ({@code Workload.exposed})
 * @param choices its steps
 * @param earlyTimers how many timers fired while something else could still run
 * @param preemptions how many preemptions it has
 */
record Candidate(String exposed, long[] choices, int earlyTimers, int preemptions) {

  /** Better witnesses first: without early timers, then fewest preemptions, then fewest steps. */
  static final Comparator<Candidate> BY_WORTH =
      Comparator.comparing((Candidate c) -> c.earlyTimers > 0)
          .thenComparingInt(Candidate::preemptions)
          .thenComparingInt(c -> c.choices.length);

  static Candidate of(Driver.Ended ended) {
    return new Candidate(
        ended.execution().exposed(), ended.choices(), ended.earlyTimers(), ended.preemptions());
  }

  /**
   * What makes two incidents the same: the kind and the places at fault. Of a fault without a place
   * the message tells, whatever the numbers of its goroutines.
   */
  record Key(Fault fault, List<Site> sites, String message) {

    private static final Pattern NUMBERED = Pattern.compile("\\bgoroutine \\d+\\b");

    /**
     * Of an execution that is not traced: where a goroutine was started is not known there, and two
     * that are abandoned may have been started at different places.
     */
    static Key ofUntraced(Execution.Incident incident) {
      return incident.fault() == Fault.ABANDONED
          ? new Key(incident.fault(), incident.sites(), incident.message())
          : of(incident);
    }

    static Key of(Execution.Incident incident) {
      return new Key(
          incident.fault(),
          incident.sites(),
          incident.sites().isEmpty()
              ? NUMBERED.matcher(incident.message()).replaceAll("goroutine")
              : "");
    }
  }
}

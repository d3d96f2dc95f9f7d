package dev.chanlint.explorer;

import dev.chanlint.explorer.worker.RecordCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * @param lookups the names of the class files and resources that were looked for on the class path
 *     of the code under test, there or not: while these are the same, so is what would be found
 */
public record Exploration(
    long executions,
    boolean exhausted,
    boolean isUnderControl,
    List<Failure> failures,
    Set<Outcome> outcomes,
    List<String> limits,
    Set<Site> executed,
    Set<String> lookups) {

  /** The limit of a search that left out what takes more preemptions than it was bounded to. */
  static final String MORE_PREEMPTIONS = "schedules with more preemptions were left out";

  /** Copies the collections. */
  public Exploration {
    failures = List.copyOf(failures);
    outcomes = Set.copyOf(outcomes);
    limits = List.copyOf(limits);
    executed = Set.copyOf(executed);
    lookups = Set.copyOf(lookups);
  }

  /**
   * One of code that was not loaded from a class path.
   *
   * @param executions how many executions were run to their end
   * @param exhausted whether every schedule that can differ was covered
   * @param isUnderControl whether all that ran was under the explorer's control
   * @param failures the faults met
   * @param outcomes the distinct ends met
   * @param limits why the exploration says less than everything
   * @param executed the places where a visible operation or a shared access was performed
   */
  public Exploration(
      long executions,
      boolean exhausted,
      boolean isUnderControl,
      List<Failure> failures,
      Set<Outcome> outcomes,
      List<String> limits,
      Set<Site> executed) {
    this(executions, exhausted, isUnderControl, failures, outcomes, limits, executed, Set.of());
  }

  /**
   * Whether every schedule was run that the strategy allows: all of them, or those with at most so
   * many preemptions.
   *
   * @return whether nothing but the strategy's own bound left any out
   */
  public boolean isCompleteWithinBound() {
    return exhausted || isUnderControl && limits.equals(List.of(MORE_PREEMPTIONS));
  }

  /**
   * The same, of code that was loaded from a class path.
   *
   * @param names what was looked for there
   * @return the same with these
   */
  public Exploration withLookups(Set<String> names) {
    return new Exploration(
        executions, exhausted, isUnderControl, failures, outcomes, limits, executed, names);
  }

  /**
   * This one as bytes, for the same version of the explorer to read again.
   *
   * @return the bytes, which {@link #ofBytes} reads
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      RecordCodec.write(new DataOutputStream(bytes), Exploration.class, this);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @param bytes what it returned
   * @return the exploration
   * @throws IOException if the bytes end too soon
   */
  public static Exploration ofBytes(byte[] bytes) throws IOException {
    return RecordCodec.read(
        new DataInputStream(new ByteArrayInputStream(bytes)), Exploration.class);
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A finding and what running the code says of it.
 *
 * @param finding the finding
 * @param verdict the verdict
 * @param runs the explorations that the verdict rests on; none for a structural one
 * @param scope the program that it is about
 * @param harness the source of the harness that the verdict rests on; empty if it rests on entry
 *     points of the program
 */
public record Judged(
    Finding finding, Verdict verdict, List<Run> runs, Scope scope, Optional<String> harness) {

  public Judged {
    runs = List.copyOf(runs);
  }

  /**
   * One whose verdict rests on entry points of the program alone.
   *
   * @param finding the finding
   * @param verdict the verdict
   * @param runs the explorations that the verdict rests on
   * @param scope the program that it is about
   */
  public Judged(Finding finding, Verdict verdict, List<Run> runs, Scope scope) {
    this(finding, verdict, runs, scope, Optional.empty());
  }

  /**
   * How many executions the verdict rests on.
   *
   * @return the sum over the runs
   */
  public long executions() {
    return runs.stream().mapToLong(run -> run.exploration().executions()).sum();
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.rules.Finding;
import java.util.List;

/**
 * A finding and what running the code says of it.
 *
 * @param finding the finding
 * @param verdict the verdict
 * @param runs the explorations that the verdict rests on; none for a structural one
 * @param scope the program that it is about
 */
public record Judged(Finding finding, Verdict verdict, List<Run> runs, Scope scope) {

  public Judged {
    runs = List.copyOf(runs);
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

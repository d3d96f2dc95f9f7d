package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Scope;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.rules.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finding as it is reported.
 *
 * @param judged the finding and its verdict
 * @param fingerprint tells it from others, and is the same as long as the code that it is about is
 * @param severity how grave it is
 * @param suppressed why it is not to be told, if so
 */
public record Result(
    Judged judged, String fingerprint, Severity severity, Optional<Suppressed> suppressed) {

  /** Reading order; where that leaves it open, by text, so that it never depends on the run. */
  public static final Comparator<Result> IN_READING_ORDER =
      Comparator.comparing((Result result) -> result.finding().at())
          .thenComparing(result -> result.finding().rule())
          .thenComparing(result -> result.finding().message())
          .thenComparing(Result::fingerprint)
          .thenComparing(result -> String.join("\n", result.scope().paths()));

  /**
   * Each result once. Programs that have a source in common report on it each, one perhaps with a
   * run that confirms what another has no entry point for.
   *
   * @param results any
   * @return the clearest of those that say the same, in reading order
   */
  public static List<Result> distinct(List<Result> results) {
    Map<List<Object>, Result> best = new LinkedHashMap<>();
    results.stream()
        .sorted(IN_READING_ORDER)
        .forEach(result -> best.merge(key(result), result, Result::clearer));
    return List.copyOf(best.values());
  }

  private static List<Object> key(Result result) {
    Finding finding = result.finding();
    return List.of(finding.rule(), finding.at(), finding.message());
  }

  private static Result clearer(Result one, Result other) {
    return weight(other.verdict()) < weight(one.verdict()) ? other : one;
  }

  /** That there is no fault from one program's entry points says nothing of another's. */
  private static int weight(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Confirmed confirmed -> 0;
      case Verdict.Undecided undecided -> 1;
      case Verdict.Structural structural -> 2;
      case Verdict.Refuted refuted -> 3;
    };
  }

  /**
   * What was found.
   *
   * @return the finding
   */
  public Finding finding() {
    return judged.finding();
  }

  /**
   * What running the code says of it.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return judged.verdict();
  }

  Scope scope() {
    return judged.scope();
  }

  long executions() {
    return judged.executions();
  }
}

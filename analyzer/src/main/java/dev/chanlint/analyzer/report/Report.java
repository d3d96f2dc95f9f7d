package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param results the findings with their verdicts, in reading order
 * @param notes what was left out
 * @param rules what to say of the rules, by id; every result's rule is among them
 * @param replay makes the command lines that replay witnesses
 * @param files how many source files were read
 * @param time how long it took
 * @param version of the analyzer
 */
public record Report(
    List<Judged> results,
    List<Note> notes,
    Map<String, RuleInfo> rules,
    Replay replay,
    int files,
    Duration time,
    String version) {

  public Report {
    results = List.copyOf(results);
    notes = List.copyOf(notes);
    rules = Map.copyOf(rules);
  }

  /**
   * The results to show.
   *
   * @param withRefuted whether refuted ones are among them
   * @return the results
   */
  public List<Judged> shown(boolean withRefuted) {
    return results.stream()
        .filter(result -> withRefuted || !(result.verdict() instanceof Verdict.Refuted))
        .toList();
  }

  /**
   * How many results have a verdict.
   *
   * @param verdict the verdict's kind
   * @return the number
   */
  public long count(Class<? extends Verdict> verdict) {
    return results.stream().filter(result -> verdict.isInstance(result.verdict())).count();
  }

  RuleInfo rule(Judged result) {
    return rule(result.finding().rule());
  }

  RuleInfo rule(String id) {
    RuleInfo rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no such rule: " + id);
    }
    return rule;
  }
}

package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param results the findings with their verdicts, in reading order
 * @param view which of them are shown
 * @param notes what was left out, in reading order
 * @param rules what to say of the rules, by id; every result's rule is among them
 * @param replay makes the command lines that replay witnesses
 * @param files how many source files were read
 * @param time how long it took, where that is to be told: what is kept in files should be the same
 *     if the findings are
 * @param version of the analyzer
 * @param unsaved the texts of source files, by name, that are not as they are on disk
 */
public record Report(
    List<Result> results,
    View view,
    List<Note> notes,
    Map<String, RuleInfo> rules,
    Replay replay,
    int files,
    Optional<Duration> time,
    String version,
    Map<String, String> unsaved) {

  private static final Comparator<Note> NOTES_IN_READING_ORDER =
      Comparator.comparing(Note::file)
          .thenComparingInt(Note::line)
          .thenComparingInt(Note::column)
          .thenComparing(Note::message);

  public Report {
    results = results.stream().sorted(Result.IN_READING_ORDER).toList();
    notes = notes.stream().distinct().sorted(NOTES_IN_READING_ORDER).toList();
    rules = Collections.unmodifiableMap(rules);
    unsaved = Map.copyOf(unsaved);
  }

  /**
   * The results to show.
   *
   * @return the results
   */
  public List<Result> shown() {
    return results.stream().filter(this::shows).toList();
  }

  /**
   * Whether it shows a result.
   *
   * @param result the result
   * @return true if so
   */
  public boolean shows(Result result) {
    return view.shows(result);
  }

  /**
   * The results to show, in the order in which a format tells them that shows each as soon as it is
   * known: the findings of rules in reading order, and then what is known only when all was run.
   *
   * @return the results
   */
  public List<Result> told() {
    return Stream.concat(
            shown().stream().filter(this::isOfARule),
            shown().stream().filter(result -> !isOfARule(result)))
        .toList();
  }

  /**
   * Whether a result is one that a rule found, which is told before all others.
   *
   * @param result the result
   * @return true if so
   */
  public boolean isOfARule(Result result) {
    return rule(result.finding().rule()).isRule();
  }

  /**
   * The same with what is known now.
   *
   * @param found the findings with their verdicts
   * @param omissions what was left out
   * @param took how long it took
   * @return the report
   */
  public Report with(List<Result> found, List<Note> omissions, Duration took) {
    return new Report(
        found, view, omissions, rules, replay, files, Optional.of(took), version, unsaved);
  }

  /**
   * The same, silent about how long it took.
   *
   * @return the report
   */
  public Report withoutTime() {
    return new Report(
        results, view, notes, rules, replay, files, Optional.empty(), version, unsaved);
  }

  /**
   * The same, with another view of it.
   *
   * @param other which results are shown
   * @return the report
   */
  public Report seenBy(View other) {
    return new Report(results, other, notes, rules, replay, files, time, version, unsaved);
  }

  /**
   * How many results have a verdict and are not suppressed.
   *
   * @param verdict the verdict's kind
   * @return the number
   */
  public long count(Class<? extends Verdict> verdict) {
    return results.stream()
        .filter(result -> result.suppressed().isEmpty())
        .filter(result -> verdict.isInstance(result.verdict()))
        .count();
  }

  /**
   * How many results are suppressed.
   *
   * @return the number
   */
  public long countSuppressed() {
    return results.stream().filter(result -> result.suppressed().isPresent()).count();
  }

  RuleInfo rule(String id) {
    RuleInfo rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no such rule: " + id);
    }
    return rule;
  }

  SourceLines sources() {
    return new SourceLines(unsaved);
  }
}

package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.explorer.witness.WitnessText;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report for people: as a compiler prints it, with the witnesses in columns. */
public final class TextReport {

  private final Painter painter;
  private final boolean withRefuted;
  private final Snippet snippet;

  /**
   * Prepares a report.
   *
   * @param painter colours it
   * @param withRefuted whether refuted findings are shown
   */
  public TextReport(Painter painter, boolean withRefuted) {
    this.painter = painter;
    this.withRefuted = withRefuted;
    this.snippet = new Snippet(new SourceLines(), painter);
  }

  /**
   * Renders a report.
   *
   * @param report what was found
   * @return the text, each line ended
   */
  public String render(Report report) {
    List<String> lines = new ArrayList<>();
    for (Note note : report.notes()) {
      lines.add(
          painter.paint(Style.PLACE, note.place() + ":")
              + " "
              + painter.paint(Style.NOTE, "note:")
              + " "
              + Printable.line(note.message()));
    }
    for (Judged result : report.shown(withRefuted)) {
      addResult(lines, result, report);
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(summary(report));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void addResult(List<String> lines, Judged result, Report report) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    Finding finding = result.finding();
    Severity severity = Severity.of(result.verdict(), report.rule(result));
    lines.add(
        painter.paint(Style.PLACE, finding.at() + ":")
            + " "
            + painter.paint(severity.style(), severity.word() + ":")
            + " "
            + Printable.line(finding.message())
            + " "
            + painter.paint(Style.FAINT, "[" + finding.rule() + "]"));
    lines.addAll(snippet.of(finding.at()));
    for (Finding.Related related : RelatedSites.of(finding)) {
      lines.add(related(related.at(), related.message()));
    }
    addVerdict(lines, result, report);
  }

  private String related(Position at, String message) {
    return "  " + painter.paint(Style.PLACE, at + ":") + " " + Printable.line(message);
  }

  private void addVerdict(List<String> lines, Judged result, Report report) {
    switch (result.verdict()) {
      case Confirmed confirmed -> addWitness(lines, confirmed, result, report);
      case Verdict.Undecided(String reason) ->
          lines.add(
              "  " + painter.paint(Style.WARNING, "UNDECIDED") + ": " + Printable.line(reason));
      case Verdict.Refuted(String justification) ->
          lines.add(
              "  " + painter.paint(Style.NOTE, "REFUTED") + ": " + Printable.line(justification));
      case Verdict.Structural structural -> {
        // The rule's page says all there is to say.
      }
    }
  }

  private void addWitness(List<String> lines, Confirmed confirmed, Judged result, Report report) {
    Failure failure = confirmed.witness();
    lines.add(
        "  "
            + painter.paint(Style.ERROR, "CONFIRMED")
            + ": "
            + WitnessText.word(failure)
            + " in "
            + confirmed.entry()
            + ": "
            + WitnessText.headline(failure));
    lines.add(
        "  "
            + painter.paint(Style.HEADING, "witness")
            + ": "
            + WitnessText.size(failure)
            + (result.executions() == 0
                ? ""
                : ", found in " + Counts.of(result.executions(), "execution")));
    String path = result.finding().at().file();
    WitnessText.table(failure, path.substring(path.lastIndexOf('/') + 1), painter)
        .forEach(line -> lines.add("  " + line));
    lines.add(
        "  "
            + painter.paint(Style.HEADING, "replay")
            + ": "
            + report.replay().commandLine(confirmed, result.scope()));
    result.harness().ifPresent(source -> addHarness(lines, source));
  }

  private void addHarness(List<String> lines, String source) {
    lines.add(
        "  "
            + painter.paint(Style.HEADING, "harness")
            + ": no main or test reaches it; this, which is not part of the program, was run instead:");
    source.lines().forEach(line -> lines.add("    " + Printable.line(line)));
  }

  /** The numbers of a report, on one line. */
  static String summary(Report report) {
    String counts =
        Stream.of(
                report.count(Confirmed.class) + " confirmed",
                report.count(Verdict.Undecided.class) + " undecided",
                report.count(Verdict.Structural.class) + " structural",
                report.count(Verdict.Refuted.class) + " refuted")
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s: %s in %s, %.1f s",
        Counts.of(report.results().size(), "finding"),
        counts,
        Counts.of(report.files(), "file"),
        report.time().toMillis() / 1000.0);
  }
}

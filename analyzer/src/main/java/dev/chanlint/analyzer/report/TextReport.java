package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.explorer.witness.WitnessText;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report for people: as a compiler prints it, with the witnesses in columns. */
public final class TextReport implements LineFormat {

  private final Painter painter;
  private final Snippet snippet;
  private final Replay replay;

  /**
   * Prepares a report.
   *
   * @param opening the report as far as it is known before there are results
   * @param painter colours it
   */
  public TextReport(Report opening, Painter painter) {
    this.painter = painter;
    this.snippet = new Snippet(opening.sources(), painter);
    this.replay = opening.replay();
  }

  @Override
  public String result(Result result) {
    List<String> lines = new ArrayList<>();
    Finding finding = result.finding();
    Severity severity = result.severity();
    lines.add(
        painter.paint(Style.PLACE, Printable.line(finding.at() + ":"))
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
    result
        .suppressed()
        .ifPresent(
            suppressed ->
                lines.add(
                    "  "
                        + painter.paint(Style.NOTE, "SUPPRESSED")
                        + ": "
                        + Printable.line(suppressed.justification())));
    addVerdict(lines, result);
    lines.add("");
    return ended(lines);
  }

  @Override
  public String tail(Report report) {
    List<String> lines = new ArrayList<>();
    report.notes().forEach(note -> lines.add(note(note)));
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(summary(report));
    return ended(lines);
  }

  private String note(Note note) {
    return painter.paint(Style.PLACE, Printable.line(note.place() + ":"))
        + " "
        + painter.paint(Style.NOTE, "note:")
        + " "
        + Printable.line(note.message());
  }

  private static String ended(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private String related(Position at, String message) {
    return "  "
        + painter.paint(Style.PLACE, Printable.line(at + ":"))
        + " "
        + Printable.line(message);
  }

  private void addVerdict(List<String> lines, Result result) {
    switch (result.verdict()) {
      case Confirmed confirmed -> addWitness(lines, confirmed, result);
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

  private void addWitness(List<String> lines, Confirmed confirmed, Result result) {
    WitnessSummary summary = WitnessSummary.of(result.judged(), confirmed);
    lines.add("  " + painter.paint(Style.ERROR, "CONFIRMED") + ": " + summary.headline());
    lines.add("  " + painter.paint(Style.HEADING, "witness") + ": " + summary.size());
    String path = result.finding().at().file();
    WitnessText.table(confirmed.witness(), path.substring(path.lastIndexOf('/') + 1), painter)
        .forEach(line -> lines.add("  " + line));
    lines.add(
        "  "
            + painter.paint(Style.HEADING, "replay")
            + ": "
            + replay.commandLine(confirmed, result.scope()));
    result.judged().harness().ifPresent(source -> addHarness(lines, source));
  }

  private void addHarness(List<String> lines, String source) {
    lines.add(
        "  "
            + painter.paint(Style.HEADING, "harness")
            + ": no main or test reaches it; this, which is not part of the program, was run instead."
            + " With it among the sources, the witness can be replayed:");
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
    long suppressed = report.countSuppressed();
    return Counts.of(report.results().size() - (int) suppressed, "finding")
        + ": "
        + counts
        + (suppressed == 0 ? "" : "; " + suppressed + " suppressed")
        + " in "
        + Counts.of(report.files(), "file")
        + report.time().map(TextReport::seconds).orElse("");
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, ", %.1f s", time.toMillis() / 1000.0);
  }
}

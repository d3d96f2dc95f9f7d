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
    lines.addAll(verdict(result, replay, painter));
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

  /**
   * What running the code says of a finding: the verdict and why, or the witness.
   *
   * @param result the finding
   * @param replay makes the command line that replays the witness
   * @param painter colours it
   * @return the lines; none if there is nothing to say beyond the rule's page
   */
  public static List<String> verdict(Result result, Replay replay, Painter painter) {
    return switch (result.verdict()) {
      case Confirmed confirmed -> witness(confirmed, result, replay, painter);
      case Verdict.Undecided(String reason) ->
          List.of("  " + painter.paint(Style.WARNING, "UNDECIDED") + ": " + Printable.line(reason));
      case Verdict.Refuted(String justification) ->
          List.of(
              "  " + painter.paint(Style.NOTE, "REFUTED") + ": " + Printable.line(justification));
      case Verdict.Structural structural -> List.of();
    };
  }

  private static List<String> witness(
      Confirmed confirmed, Result result, Replay replay, Painter painter) {
    List<String> lines = new ArrayList<>();
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
    result.judged().harness().ifPresent(source -> lines.addAll(harness(source, painter)));
    return lines;
  }

  private static List<String> harness(String source, Painter painter) {
    String heading =
        "  "
            + painter.paint(Style.HEADING, "harness")
            + ": no main or test reaches it; this, which is not part of the program, was run"
            + " instead. With it among the sources, the witness can be replayed:";
    return Stream.concat(
            Stream.of(heading), source.lines().map(line -> "    " + Printable.line(line)))
        .toList();
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

package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.analyzer.report.HtmlPage.Arrow;
import dev.chanlint.analyzer.report.HtmlPage.Cell;
import dev.chanlint.analyzer.report.HtmlPage.Named;
import dev.chanlint.analyzer.report.HtmlPage.Part;
import dev.chanlint.analyzer.report.HtmlPage.Place;
import dev.chanlint.analyzer.report.HtmlPage.Row;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.witness.Lanes;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.explorer.witness.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A witness as the HTML report shows it. */
final class HtmlWitness {

  private final Judged result;
  private final Confirmed confirmed;
  private final SourceMap sources;
  private final Lanes lanes;

  HtmlWitness(Judged result, Confirmed confirmed) {
    this.result = result;
    this.confirmed = confirmed;
    this.sources = result.scope().sources();
    this.lanes = Lanes.of(confirmed.witness(), Story.MOST_STEPS);
  }

  HtmlPage.Witness view(Report report) {
    WitnessSummary summary = WitnessSummary.of(result, confirmed);
    return new HtmlPage.Witness(
        summary.headline(),
        summary.size(),
        lanes.titles(),
        rows(),
        lanes.objects().entrySet().stream()
            .map(object -> new Named(object.getValue(), Printable.line(object.getKey())))
            .toList(),
        lanes.preempt(),
        report.replay().commandLine(confirmed, result.scope()));
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int expected = 1;
    for (Lanes.Row row : lanes.rows()) {
      int leftOut = row.isEnd() ? 0 : row.number() - expected;
      expected = row.number() + row.times();
      rows.add(new Row(label(row), leftOut, row.isEnd(), place(row), cells(row)));
    }
    return rows;
  }

  private static String label(Lanes.Row row) {
    return row.isEnd() ? "end" : row.number() + (row.preemption() ? "*" : "");
  }

  private Optional<Place> place(Lanes.Row row) {
    return row.cells().values().stream()
        .flatMap(List::stream)
        .flatMap(cell -> place(cell.stack()).stream())
        .findFirst();
  }

  private Optional<Place> place(List<Site> stack) {
    return stack.stream()
        .filter(site -> site.line() > 0)
        .flatMap(site -> sources.fileOf(site).map(file -> new Place(file, site.line())).stream())
        .findFirst();
  }

  private List<Cell> cells(Lanes.Row row) {
    return IntStream.range(0, lanes.titles().size())
        .mapToObj(lane -> new Cell(parts(row, lane), arrow(row, lane)))
        .toList();
  }

  private static List<Part> parts(Lanes.Row row, int lane) {
    return row.cells().getOrDefault(lane, List.of()).stream()
        .map(cell -> new Part(text(cell), cell.blocked()))
        .toList();
  }

  private static String text(Lanes.Cell cell) {
    return Stream.of(cell.who(), where(cell.stack()), cell.text())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String where(List<Site> stack) {
    return stack.isEmpty() || stack.getFirst().line() <= 0
        ? ""
        : stack.getFirst().file() + ":" + stack.getFirst().line();
  }

  private static Optional<Arrow> arrow(Lanes.Row row, int lane) {
    return row.arrow()
        .filter(arrow -> Math.min(arrow.from(), arrow.to()) == lane)
        .map(arrow -> new Arrow(Math.abs(arrow.from() - arrow.to()), arrow.from() < arrow.to()));
  }
}

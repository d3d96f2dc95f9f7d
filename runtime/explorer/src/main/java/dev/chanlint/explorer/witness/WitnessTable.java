package dev.chanlint.explorer.witness;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.witness.Lanes.Arrow;
import dev.chanlint.explorer.witness.Lanes.Cell;
import dev.chanlint.explorer.witness.Lanes.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lanes of a witness as text: a column for each. */
final class WitnessTable {

  private final Lanes lanes;
  private final String file;
  private final Painter painter;
  private final List<Integer> widths;

  /**
   * Lays out a table.
   *
   * @param file the simple name of the file whose lines are given without it
   */
  WitnessTable(Lanes lanes, String file, Painter painter) {
    this.lanes = lanes;
    this.file = file;
    this.painter = painter;
    this.widths = IntStream.range(0, lanes.titles().size()).mapToObj(this::width).toList();
  }

  private int width(int lane) {
    int cells = lanes.rows().stream().mapToInt(row -> cell(row, lane).length()).max().orElse(0);
    return Math.max(cells, lanes.titles().get(lane).length()) + 3;
  }

  private String cell(Row row, int lane) {
    return row.in(lane).stream().map(this::text).collect(Collectors.joining(", "));
  }

  private String text(Cell cell) {
    return Stream.of(cell.who(), line(cell.stack()), cell.text())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String line(List<Site> stack) {
    if (stack.isEmpty() || stack.getFirst().line() <= 0) {
      return "";
    }
    Site site = stack.getFirst();
    return (site.file().equals(file) ? "" : site.file() + ":") + site.line() + ":";
  }

  /** The table, and what its short names stand for. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(header());
    int expected = 1;
    for (Row row : lanes.rows()) {
      if (row.number() > expected) {
        lines.add(
            painter.paint(
                Style.FAINT,
                "  ...  (" + Counts.of(row.number() - expected, "step") + " left out)"));
      }
      expected = row.number() + row.times();
      lines.add(rendered(row));
    }
    lanes
        .objects()
        .forEach(
            (description, name) ->
                lines.add("       " + name + " = " + Printable.line(description)));
    if (lanes.preempt()) {
      lines.add("       * takes over from a goroutine that could have gone on");
    }
    return lines;
  }

  private String header() {
    StringBuilder line = new StringBuilder(" step  ");
    for (int i = 0; i < widths.size(); i++) {
      line.append(padded(lanes.titles().get(i), widths.get(i)));
    }
    return painter.paint(Style.HEADING, line.toString().stripTrailing());
  }

  private String rendered(Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      line.append(padded(cell(row, i), widths.get(i)));
    }
    row.arrow().ifPresent(arrow -> draw(arrow, row, line));
    String label = row.isEnd() ? "end" : row.number() + (row.preemption() ? "*" : "");
    String numbered = String.format("%5s  ", label);
    String cells = line.toString().stripTrailing();
    return painter.paint(Style.FAINT, numbered)
        + (row.isEnd() ? painter.paint(Style.FAULT, cells) : cells);
  }

  /** From behind the left one's text to before the right one's. */
  private void draw(Arrow arrow, Row row, StringBuilder line) {
    int left = Math.min(arrow.from(), arrow.to());
    int right = Math.max(arrow.from(), arrow.to());
    int begin = start(left) + cell(row, left).length() + 1;
    int end = start(right) - 1;
    line.replace(begin, end, "-".repeat(end - begin));
    boolean rightward = arrow.from() < arrow.to();
    line.setCharAt(rightward ? end - 1 : begin, rightward ? '>' : '<');
  }

  private int start(int lane) {
    return widths.subList(0, lane).stream().mapToInt(Integer::intValue).sum();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

package dev.chanlint.explorer.witness;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import dev.chanlint.explorer.witness.Story.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A witness in columns, one for each goroutine: each step on a row of its own with its number and
 * source line, an arrow where a value goes from one goroutine to another, and in the end how each
 * goroutine that has not ended stands.
 */
final class WitnessTable {

  private static final int MOST_LANES = 6;

  /** The number of the row that says how everybody stands in the end. */
  private static final int END = 0;

  /** The lane of the goroutines that have none of their own. */
  private static final int OTHERS = Integer.MAX_VALUE;

  private final Story story;
  private final String file;
  private final Painter painter;
  private final ObjectNames names = new ObjectNames();
  private final List<Integer> lanes;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Lays out a witness.
   *
   * @param story the steps
   * @param file the simple name of the file whose lines are given without it
   */
  WitnessTable(Story story, String file, Painter painter) {
    this.story = story;
    this.file = file;
    this.painter = painter;
    this.lanes = lanesOf(story);
    story.steps().forEach(this::addStep);
    addEnd();
  }

  /** A value's way from one lane to another. */
  private record Arrow(int from, int to) {}

  private record Row(
      int number, int times, String mark, Map<Integer, String> cells, Optional<Arrow> arrow) {
    String label() {
      return number == END ? "end" : number + mark;
    }
  }

  private static List<Integer> lanesOf(Story story) {
    Set<Integer> seen = new TreeSet<>();
    unfinished(story.failure()).map(GoroutineReport::id).forEach(seen::add);
    for (Numbered numbered : story.steps()) {
      seen.add(numbered.step().goroutine());
      if (numbered.step().partner() > 0) {
        seen.add(numbered.step().partner());
      }
    }
    return seen.size() <= MOST_LANES
        ? List.copyOf(seen)
        : Stream.concat(seen.stream().limit(MOST_LANES - 1L), Stream.of(OTHERS)).toList();
  }

  private static Stream<GoroutineReport> unfinished(Failure failure) {
    return failure.goroutines().stream().filter(goroutine -> !Goroutines.isDone(goroutine));
  }

  private int laneOf(int goroutine) {
    return lanes.contains(goroutine) ? goroutine : OTHERS;
  }

  private void addStep(Numbered numbered) {
    Step step = numbered.step();
    Map<Integer, String> cells = new TreeMap<>();
    String repeated = numbered.times() == 1 ? "" : " (" + Counts.of(numbered.times(), "time") + ")";
    put(cells, step.goroutine(), line(step.stack()) + words(step) + repeated);
    Optional<Arrow> arrow = arrow(step);
    arrow.ifPresent(way -> put(cells, step.partner(), counterpart(step)));
    String mark = step.preemption() ? "*" : "";
    rows.add(new Row(numbered.number(), numbered.times(), mark, cells, arrow));
  }

  private void addEnd() {
    Map<Integer, String> cells = new TreeMap<>();
    unfinished(story.failure())
        .forEach(
            goroutine -> put(cells, goroutine.id(), line(goroutine.stack()) + stand(goroutine)));
    if (!cells.isEmpty()) {
      rows.add(new Row(END, 0, "", cells, Optional.empty()));
    }
  }

  private void put(Map<Integer, String> cells, int goroutine, String text) {
    int lane = laneOf(goroutine);
    String own = lane == OTHERS ? "g" + goroutine + " " + text : text;
    cells.merge(lane, own, (one, other) -> one + ", " + other);
  }

  private String stand(GoroutineReport goroutine) {
    return goroutine.waitsOn().isEmpty()
        ? "[" + goroutine.state() + "]"
        : "BLOCKED [" + goroutine.state() + "] on " + names.of(goroutine.waitsOn());
  }

  private Optional<Arrow> arrow(Step step) {
    if (step.partner() <= 0 || laneOf(step.partner()) == laneOf(step.goroutine())) {
      return Optional.empty();
    }
    int own = laneOf(step.goroutine());
    int other = laneOf(step.partner());
    return Optional.of(takes(step) ? new Arrow(other, own) : new Arrow(own, other));
  }

  private static boolean takes(Step step) {
    return step.operation().contains("receive");
  }

  private static String counterpart(Step step) {
    if (takes(step)) {
      return "sends";
    }
    return step.operation().contains("send") ? "receives" : "";
  }

  private String words(Step step) {
    String value = Printable.line(step.value());
    String object = step.object().isEmpty() ? "" : names.of(step.object());
    String joint = value.isEmpty() || object.isEmpty() ? "" : takes(step) ? "from" : "to";
    return Stream.of(
            step.operation(), value, joint, object, step.earlyTimer() ? "(early timer)" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String line(List<Site> stack) {
    if (stack.isEmpty() || stack.getFirst().line() <= 0) {
      return "";
    }
    Site site = stack.getFirst();
    return (site.file().equals(file) ? "" : site.file() + ":") + site.line() + ": ";
  }

  /** The table, and what its short names stand for. */
  List<String> lines() {
    List<Integer> widths = lanes.stream().map(this::width).toList();
    List<String> lines = new ArrayList<>();
    lines.add(header(widths));
    int expected = 1;
    for (Row row : rows) {
      if (row.number() > expected) {
        lines.add(
            painter.paint(
                Style.FAINT,
                "  ...  (" + Counts.of(row.number() - expected, "step") + " left out)"));
      }
      expected = row.number() + row.times();
      lines.add(rendered(row, widths));
    }
    names
        .all()
        .forEach(
            (description, name) ->
                lines.add("       " + name + " = " + Printable.line(description)));
    if (story.steps().stream().anyMatch(numbered -> numbered.step().preemption())) {
      lines.add("       * takes over from a goroutine that could have gone on");
    }
    return lines;
  }

  private String header(List<Integer> widths) {
    StringBuilder line = new StringBuilder(" step  ");
    for (int i = 0; i < lanes.size(); i++) {
      line.append(padded(title(lanes.get(i)), widths.get(i)));
    }
    return painter.paint(Style.HEADING, line.toString().stripTrailing());
  }

  private String title(int lane) {
    if (lane == OTHERS) {
      return "others";
    }
    String name =
        story.failure().goroutines().stream()
            .filter(goroutine -> goroutine.id() == lane)
            .map(GoroutineReport::name)
            .findFirst()
            .orElse("");
    return lane == Goroutines.MAIN
        ? "main"
        : "goroutine " + lane + (name.isEmpty() ? "" : " " + Printable.line(name));
  }

  private int width(int lane) {
    int cells =
        rows.stream().mapToInt(row -> row.cells().getOrDefault(lane, "").length()).max().orElse(0);
    return Math.max(cells, title(lane).length()) + 3;
  }

  private String rendered(Row row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < lanes.size(); i++) {
      String cell = row.cells().getOrDefault(lanes.get(i), "");
      line.append(padded(cell, widths.get(i)));
    }
    row.arrow().ifPresent(arrow -> draw(arrow, row, line, widths));
    String numbered = String.format("%5s  ", row.label());
    return painter.paint(Style.FAINT, numbered)
        + (row.number() == END
            ? painter.paint(Style.FAULT, line.toString().stripTrailing())
            : line.toString().stripTrailing());
  }

  /** From behind the left one's text to before the right one's. */
  private void draw(Arrow arrow, Row row, StringBuilder line, List<Integer> widths) {
    int from = lanes.indexOf(arrow.from());
    int to = lanes.indexOf(arrow.to());
    int left = Math.min(from, to);
    int right = Math.max(from, to);
    int begin = start(widths, left) + row.cells().getOrDefault(lanes.get(left), "").length() + 1;
    int end = start(widths, right) - 1;
    line.replace(begin, end, "-".repeat(end - begin));
    line.setCharAt(from < to ? end - 1 : begin, from < to ? '>' : '<');
  }

  private static int start(List<Integer> widths, int lane) {
    return widths.subList(0, lane).stream().mapToInt(Integer::intValue).sum();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

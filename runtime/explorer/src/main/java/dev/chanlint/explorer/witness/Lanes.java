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
 * A witness laid out in lanes, one for each goroutine, for whoever draws it: each step on a row of
 * its own, an arrow where a value goes from one lane to another, and in the end how each goroutine
 * that has not ended stands. Texts from the code under test are safe to print.
 *
 * @param titles the lanes' headings, from left to right
 * @param rows from top to bottom
 * @param objects the short names that the rows use, by what they stand for
 */
public record Lanes(List<String> titles, List<Row> rows, Map<String, String> objects) {

  /** The most lanes that are drawn; more goroutines share the last. */
  public static final int MOST = 6;

  /** The number of the row that says how everybody stands in the end. */
  static final int END = 0;

  /**
   * A value's way from one lane to another.
   *
   * @param from the index of the giving lane
   * @param to the index of the taking one
   */
  public record Arrow(int from, int to) {}

  /**
   * What happens in a lane.
   *
   * @param who the goroutine in short, where it has no lane of its own; else empty
   * @param stack where, innermost first
   * @param text what
   * @param blocked whether the goroutine stands here for good
   */
  public record Cell(String who, List<Site> stack, String text, boolean blocked) {}

  /**
   * A step, or in the last row how everybody stands.
   *
   * @param number the step's number in the whole execution, from 1; 0 for the last row
   * @param times how often it comes in a row
   * @param preemption whether it takes over from a goroutine that could have gone on
   * @param cells what happens, by the index of the lane
   * @param arrow where a value passes
   */
  public record Row(
      int number,
      int times,
      boolean preemption,
      Map<Integer, List<Cell>> cells,
      Optional<Arrow> arrow) {

    /**
     * Whether it says how everybody stands, and is no step.
     *
     * @return whether it is the last row
     */
    public boolean isEnd() {
      return number == END;
    }

    List<Cell> in(int lane) {
      return cells.getOrDefault(lane, List.of());
    }
  }

  /**
   * Lays out a witness.
   *
   * @param failure the fault and how it came about
   * @param most how many steps are told at most
   * @return the lanes
   */
  public static Lanes of(Failure failure, int most) {
    return new Layout(Story.of(failure, most)).lanes();
  }

  /**
   * Whether any step takes over from a goroutine that could have gone on.
   *
   * @return true if so
   */
  public boolean preempt() {
    return rows.stream().anyMatch(Row::preemption);
  }

  /** The lanes in the making. */
  private static final class Layout {

    /** The lane of the goroutines that have none of their own. */
    private static final int OTHERS = Integer.MAX_VALUE;

    private final Story story;
    private final ObjectNames names = new ObjectNames();
    private final List<Integer> lanes;

    Layout(Story story) {
      this.story = story;
      this.lanes = lanesOf(story);
    }

    Lanes lanes() {
      List<Row> rows =
          Stream.concat(story.steps().stream().map(this::row), end().stream()).toList();
      return new Lanes(lanes.stream().map(this::title).toList(), rows, names.all());
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
      return seen.size() <= MOST
          ? List.copyOf(seen)
          : Stream.concat(seen.stream().limit(MOST - 1L), Stream.of(OTHERS)).toList();
    }

    private static Stream<GoroutineReport> unfinished(Failure failure) {
      return failure.goroutines().stream().filter(goroutine -> !Goroutines.isDone(goroutine));
    }

    private int laneOf(int goroutine) {
      return lanes.indexOf(lanes.contains(goroutine) ? goroutine : OTHERS);
    }

    private String title(int goroutine) {
      if (goroutine == OTHERS) {
        return "others";
      }
      String name =
          story.failure().goroutines().stream()
              .filter(report -> report.id() == goroutine)
              .map(GoroutineReport::name)
              .findFirst()
              .orElse("");
      return goroutine == Goroutines.MAIN
          ? "main"
          : "goroutine " + goroutine + (name.isEmpty() ? "" : " " + Printable.line(name));
    }

    private Row row(Numbered numbered) {
      Step step = numbered.step();
      Map<Integer, List<Cell>> cells = new TreeMap<>();
      String repeated =
          numbered.times() == 1 ? "" : " (" + Counts.of(numbered.times(), "time") + ")";
      put(cells, step.goroutine(), step.stack(), words(step) + repeated, false);
      Optional<Arrow> arrow = arrow(step);
      if (arrow.isPresent()) {
        put(cells, step.partner(), List.of(), counterpart(step), false);
      }
      return new Row(numbered.number(), numbered.times(), step.preemption(), cells, arrow);
    }

    private Optional<Row> end() {
      Map<Integer, List<Cell>> cells = new TreeMap<>();
      unfinished(story.failure())
          .forEach(
              goroutine ->
                  put(
                      cells,
                      goroutine.id(),
                      goroutine.stack(),
                      stand(goroutine),
                      !goroutine.waitsOn().isEmpty()));
      return cells.isEmpty()
          ? Optional.empty()
          : Optional.of(new Row(END, 0, false, cells, Optional.empty()));
    }

    private void put(
        Map<Integer, List<Cell>> cells,
        int goroutine,
        List<Site> stack,
        String text,
        boolean blocked) {
      String who = lanes.contains(goroutine) ? "" : "g" + goroutine;
      cells
          .computeIfAbsent(laneOf(goroutine), lane -> new ArrayList<>())
          .add(new Cell(who, stack, text, blocked));
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
  }
}

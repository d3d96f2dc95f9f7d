package dev.chanlint.explorer.witness;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A witness for people: what happened, how, and where. */
public final class WitnessText {

  private static final int MOST_STEPS = 60;

  private WitnessText() {}

  /**
   * Renders a witness by itself.
   *
   * @param failure the fault and how it came about
   * @param painter colours it
   * @return the text, each line ended
   */
  public static String render(Failure failure, Painter painter) {
    List<String> lines = new ArrayList<>();
    lines.add(painter.paint(Style.ERROR, word(failure)) + ": " + headline(failure));
    lines.add(size(failure));
    lines.addAll(
        table(failure, failure.sites().stream().findFirst().map(Site::file).orElse(""), painter));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /**
   * The word for the fault.
   *
   * @param failure the fault and how it came about
   * @return for example {@code deadlock}
   */
  public static String word(Failure failure) {
    return failure.fault().name().toLowerCase(Locale.ROOT);
  }

  /**
   * What happened, on one line.
   *
   * @param failure the fault and how it came about
   * @return the first line of its message, safe to print
   */
  public static String headline(Failure failure) {
    return Printable.line(failure.message().lines().findFirst().orElse(""));
  }

  /**
   * How long it is.
   *
   * @param failure the fault and how it came about
   * @return for example {@code 6 steps, 1 preemption}
   */
  public static String size(Failure failure) {
    return Counts.of(failure.witness().size(), "step")
        + ", "
        + Counts.of(failure.preemptions(), "preemption");
  }

  /**
   * The steps in columns.
   *
   * @param failure the fault and how it came about
   * @param file the simple name of the file whose lines are given without it
   * @param painter colours it
   * @return the lines, without ends
   */
  public static List<String> table(Failure failure, String file, Painter painter) {
    return new WitnessTable(Lanes.of(failure, MOST_STEPS), file, painter).lines();
  }
}

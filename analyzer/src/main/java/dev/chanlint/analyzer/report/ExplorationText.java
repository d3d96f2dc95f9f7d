package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.explorer.witness.Style;
import dev.chanlint.explorer.witness.WitnessText;
import java.util.function.Function;

/**
 * An exploration for people: its faults, each with its witness, and how much was run.
 *
 * @param painter colours it
 */
public record ExplorationText(Painter painter) {

  /**
   * Renders an exploration.
   *
   * @param entry what was explored
   * @param exploration what was found
   * @param replay the command line that replays a failure
   * @return the text, each line ended
   */
  public String render(String entry, Exploration exploration, Function<Failure, String> replay) {
    StringBuilder text = new StringBuilder();
    for (Failure failure : exploration.failures()) {
      text.append(WitnessText.render(failure, painter))
          .append(painter.paint(Style.HEADING, "replay"))
          .append(": ")
          .append(replay.apply(failure))
          .append("\n\n");
    }
    return text.append(painter.paint(Style.PLACE, entry))
        .append(": ")
        .append(summary(exploration))
        .append("\n")
        .toString();
  }

  private String summary(Exploration exploration) {
    int faults = exploration.failures().size();
    String met =
        (faults == 0 ? "no fault" : Counts.of(faults, "fault"))
            + " in "
            + Counts.of(exploration.executions(), "execution");
    if (exploration.exhausted()) {
      return met + ", every schedule that can differ";
    }
    String reason = Printable.line(String.join("; ", exploration.limits()));
    return faults == 0
        ? painter.paint(Style.WARNING, "UNDECIDED") + ", " + met + ": " + reason
        : met + ", not every schedule: " + reason;
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.Formats;
import dev.chanlint.analyzer.report.LineFormat;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.explorer.witness.Painter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes reports to where the user wants them.
 *
 * @param terminal where people look on
 * @param out standard output
 */
record Reports(Terminal terminal, PrintWriter out) {

  /**
   * Complains before anything is done of what cannot be written in the end.
   *
   * @throws UserException if two reports would take the same place, or there is a folder in one's
   */
  static void require(List<Output> outputs) {
    Set<String> taken = new HashSet<>();
    for (Output output : outputs) {
      String place = output.file().orElse(output.format().word());
      if (!taken.add(place)) {
        throw new UserException("format: " + place + " would be written twice");
      }
      if (output.file().map(Path::of).filter(Files::isDirectory).isPresent()) {
        throw new UserException("format: " + place + " cannot be written: it is a folder");
      }
    }
  }

  /**
   * Writes a report in several formats. Files get no colours, and nothing that changes from run to
   * run.
   */
  void write(Report report, List<Output> outputs) {
    outputs.forEach(output -> write(report, output));
  }

  /** Writes a report in one format. */
  void write(Report report, Output output) {
    if (output.file().isPresent()) {
      TextFiles.write(
          Path.of(output.file().get()),
          Formats.render(output.format(), report.withoutTime(), Painter.PLAIN));
    } else {
      terminal.print(out, Formats.render(output.format(), report, painter()));
    }
  }

  private Painter painter() {
    return AnsiPainter.of(terminal.ansi());
  }

  /**
   * What writes a report on standard output line by line, as it becomes known.
   *
   * @param opening the report as far as it is known before there are results
   * @return empty if a format is wanted there that has to be whole, or several are
   */
  Optional<Live> live(Report opening, List<Output> outputs) {
    List<Output> here = outputs.stream().filter(output -> output.file().isEmpty()).toList();
    return here.size() == 1
        ? LineFormat.of(here.getFirst().format(), opening, painter())
            .map(format -> new Live(this, here.getFirst(), format, opening))
        : Optional.empty();
  }
}

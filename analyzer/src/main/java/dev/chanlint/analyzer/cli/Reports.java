package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.report.Formats;
import dev.chanlint.analyzer.report.Output;
import dev.chanlint.analyzer.report.Report;
import dev.chanlint.explorer.witness.Painter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes reports to where the user wants them.
 *
 * @param terminal where people look on
 * @param out standard output
 */
record Reports(Terminal terminal, PrintWriter out) {

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
      out.print(Formats.render(output.format(), report, AnsiPainter.of(terminal.ansi())));
      out.flush();
    }
  }
}

package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Painter;
import java.nio.file.Path;

/** Renders reports in every format. */
public final class Formats {

  private Formats() {}

  /**
   * Renders a report.
   *
   * @param format how
   * @param report what was found
   * @param painter colours it, if the format has colours
   * @return the text
   */
  public static String render(Output.Format format, Report report, Painter painter) {
    return LineFormat.of(format, report, painter)
        .map(lines -> lines.render(report))
        .orElseGet(() -> document(format, report));
  }

  private static String document(Output.Format format, Report report) {
    return switch (format) {
      case SARIF -> new SarifReport(Path.of("")).render(report);
      case HTML -> HtmlReport.render(report);
      case CHECKSTYLE -> CheckstyleReport.render(report);
      case RDJSON -> RdjsonReport.render(report);
      case TEXT, GNU, JSON, GITHUB -> throw new IllegalArgumentException(format + " has lines");
    };
  }
}

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
    return switch (format) {
      case TEXT -> new TextReport(painter).render(report);
      case GNU -> GnuReport.render(report);
      case JSON -> JsonLines.render(report);
      case SARIF -> new SarifReport(Path.of("")).render(report);
      case HTML -> HtmlReport.render(report);
      case CHECKSTYLE -> CheckstyleReport.render(report);
      case RDJSON -> RdjsonReport.render(report);
      case GITHUB -> GithubReport.render(report);
    };
  }
}

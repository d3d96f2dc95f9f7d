package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Printable;
import java.util.stream.Collectors;

/**
 * A line for each finding, as GNU's coding standards have it and editors read it: {@code
 * path:line:column: severity: message [rule]}.
 */
final class GnuReport {

  private GnuReport() {}

  static String render(Report report) {
    return report.shown().stream().map(GnuReport::line).collect(Collectors.joining());
  }

  private static String line(Result result) {
    return Printable.line(
            result.finding().at()
                + ": "
                + result.severity().word()
                + ": "
                + result.verdict().word()
                + ": "
                + result.finding().message()
                + " ["
                + result.finding().rule()
                + "]")
        + "\n";
  }
}

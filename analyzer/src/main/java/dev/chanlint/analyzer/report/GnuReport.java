package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Printable;

/**
 * A line for each finding, as GNU's coding standards have it and editors read it: {@code
 * path:line:column: severity: message [rule]}.
 */
final class GnuReport implements LineFormat {

  @Override
  public String result(Result result) {
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

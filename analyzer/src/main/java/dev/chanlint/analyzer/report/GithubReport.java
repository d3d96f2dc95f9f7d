package dev.chanlint.analyzer.report;

import dev.chanlint.explorer.witness.Printable;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;

/**
 * Workflow commands of GitHub Actions, which annotate the lines of a pull request. GitHub shows an
 * annotation only if its whole region is in the diff, so it is on one line.
 */
final class GithubReport implements LineFormat {

  @Override
  public String result(Result result) {
    Finding finding = result.finding();
    Position at = finding.at();
    return "::%s file=%s,line=%d,col=%d%s,title=%s::%s\n"
        .formatted(
            result.severity() == Severity.NOTE ? "notice" : result.severity().word(),
            property(at.file()),
            at.line(),
            at.column(),
            at.endLine() == at.line() ? ",endColumn=" + at.endColumn() : "",
            property(finding.rule() + " " + result.verdict().word()),
            data(finding.message()));
  }

  /** What follows the second pair of colons ends at a line break; there is none in it. */
  private static String data(String text) {
    return Printable.line(text).replace("%", "%25");
  }

  /** A property ends at a comma or colon too. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}

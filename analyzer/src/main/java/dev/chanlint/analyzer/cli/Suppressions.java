package dev.chanlint.analyzer.cli;

import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.Suppression;
import dev.chanlint.rules.Finding;
import java.util.List;

/** What the sources ask not to be told. */
final class Suppressions {

  private static final String ALL = "*";

  private Suppressions() {}

  /** The findings that no suppression covers. */
  static List<Finding> apply(Program program, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> program.suppressions().stream().noneMatch(one -> covers(one, finding)))
        .toList();
  }

  private static boolean covers(Suppression suppression, Finding finding) {
    return (suppression.rule().equals(ALL) || suppression.rule().equals(finding.rule()))
        && covers(suppression.scope(), finding.at());
  }

  private static boolean covers(Position scope, Position at) {
    return scope.file().equals(at.file())
        && scope.line() <= at.line()
        && at.line() <= scope.endLine();
  }
}

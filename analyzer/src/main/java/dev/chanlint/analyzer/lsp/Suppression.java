package dev.chanlint.analyzer.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * Puts the comment that suppresses a finding into a source. Its reason is left for the user to
 * give: without one it suppresses nothing, and says so.
 */
final class Suppression {

  private static final String COMMENT = "// chanlint:ignore ";

  private Suppression() {}

  /**
   * The edit: a line of its own before the finding's, or if that cannot be, or there is one such
   * already, at the end of the line.
   *
   * @param line the finding's, from 0
   * @return empty if neither can be
   */
  static Optional<TextEdit> of(String rule, int line, CodeLines source) {
    String comment = COMMENT + rule + " -- ";
    String code = source.line(line);
    boolean isTaken = source.line(line - 1).strip().startsWith(COMMENT);
    if (source.beginsInCode(line) && !isTaken) {
      String indent = code.substring(0, code.length() - code.stripLeading().length());
      return Optional.of(insertion(line, 0, indent + comment + source.lineEnd()));
    }
    return source.endsInCode(line)
        ? Optional.of(insertion(line, code.stripTrailing().length(), " " + comment))
        : Optional.empty();
  }

  private static TextEdit insertion(int line, int column, String text) {
    Position at = new Position(line, column);
    return new TextEdit(new Range(at, at), text);
  }
}

package dev.chanlint.analyzer.lsp;

import dev.chanlint.analyzer.report.Result;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * Takes a suppression out that suppresses nothing: the one fix that is surely right, as it changes
 * no code. Of an annotation only one that does nothing else is taken out.
 */
final class Removal {

  private static final String RULE = "unused-suppression";

  private Removal() {}

  /** Whether a result is about a suppression of no use. */
  static boolean concerns(Result result) {
    return result.finding().rule().equals(RULE);
  }

  /** The edit; empty if there is more in the place than the suppression. */
  static Optional<TextEdit> of(Result result, CodeLines source) {
    Range range = Places.range(result.finding().at());
    int line = range.getStart().getLine();
    String code = source.line(line);
    int begin = range.getStart().getCharacter();
    int end = range.getEnd().getLine() == line ? range.getEnd().getCharacter() : code.length();
    if (!isAlone(code, begin, end)) {
      return Optional.empty();
    }
    boolean isWholeLine = code.strip().length() == end - begin;
    Position start = new Position(line, code.substring(0, begin).stripTrailing().length());
    return Optional.of(
        isWholeLine
            ? new TextEdit(new Range(new Position(line, 0), new Position(line + 1, 0)), "")
            : new TextEdit(new Range(start, new Position(line, end)), ""));
  }

  private static boolean isAlone(String code, int begin, int end) {
    return end <= code.length()
        && code.substring(begin, end)
            .matches("//\\s*chanlint:ignore\\s.*|@SuppressWarnings\\(\"chanlint:[\\w*-]+\"\\)");
  }
}

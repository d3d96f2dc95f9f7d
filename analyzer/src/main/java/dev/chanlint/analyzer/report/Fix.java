package dev.chanlint.analyzer.report;

import dev.chanlint.model.code.Position;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A change of a source that surely mends what a result tells. There is one kind: a suppression that
 * suppresses nothing is taken out, which changes no code. Of an annotation only one that does
 * nothing else is.
 *
 * @param title what it does, for a reader
 * @param deleted the stretch of the source that is to be deleted
 */
public record Fix(String title, Position deleted) {

  private static final String RULE = "unused-suppression";

  /**
   * Whether a result is about a suppression of no use.
   *
   * @param result the result
   * @return true if so
   */
  public static boolean concerns(Result result) {
    return result.finding().rule().equals(RULE);
  }

  /**
   * The fix of a result.
   *
   * @param result the result
   * @param lines the source's lines as they are now, from 1; empty texts where there are none
   * @return empty if there is none that is sure: there is more in the place than the suppression
   */
  public static Optional<Fix> of(Result result, IntFunction<String> lines) {
    Position at = result.finding().at();
    String code = lines.apply(at.line());
    int begin = at.column() - 1;
    int end = at.endLine() == at.line() ? at.endColumn() - 1 : code.length();
    if (!concerns(result) || !isAlone(code, begin, end)) {
      return Optional.empty();
    }
    boolean isWholeLine = code.strip().length() == end - begin;
    int start = code.substring(0, begin).stripTrailing().length() + 1;
    return Optional.of(
        new Fix(
            "Take the suppression out",
            isWholeLine
                ? new Position(at.file(), at.line(), 1, at.line() + 1, 1)
                : new Position(at.file(), at.line(), start, at.line(), end + 1)));
  }

  private static boolean isAlone(String code, int begin, int end) {
    return begin <= end
        && end <= code.length()
        && code.substring(begin, end)
            .matches("//\\s*chanlint:ignore\\s.*|@SuppressWarnings\\(\"chanlint:[\\w*-]+\"\\)");
  }
}

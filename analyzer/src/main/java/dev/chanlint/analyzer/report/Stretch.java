package dev.chanlint.analyzer.report;

import dev.chanlint.model.code.Position;

/**
 * The part of a line that a position means: the whole text of the line where the position does not
 * say, or says what the line does not have.
 *
 * @param begin the index of its first character
 * @param end the index behind its last
 */
record Stretch(int begin, int end) {

  static Stretch of(Position at, String line) {
    int begin = at.column() - 1;
    int end = at.endLine() == at.line() ? at.endColumn() - 1 : line.length();
    if (end <= begin) {
      begin = line.length() - line.stripLeading().length();
      end = line.length();
    }
    begin = Math.clamp(begin, 0, line.length());
    return new Stretch(begin, Math.clamp(end, begin, line.length()));
  }
}

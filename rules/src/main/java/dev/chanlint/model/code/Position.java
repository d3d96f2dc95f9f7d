package dev.chanlint.model.code;

import java.util.Comparator;

/**
 * A stretch of source text.
 *
 * @param file the path as the user named it, with forward slashes
 * @param line the first line, from 1
 * @param column the first column, from 1
 * @param endLine the last line
 * @param endColumn the column after the last character
 */
public record Position(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Position> {

  private static final Comparator<Position> IN_READING_ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column)
          .thenComparingInt(Position::endLine)
          .thenComparingInt(Position::endColumn);

  /** What tells most apart; that of a record goes through method handles, which takes long. */
  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  @Override
  public int compareTo(Position other) {
    return IN_READING_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}

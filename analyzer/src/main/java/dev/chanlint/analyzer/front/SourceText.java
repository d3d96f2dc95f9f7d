package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Position;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A source file's text, to turn offsets into lines and columns. */
final class SourceText {

  private final String file;
  private final String text;
  private final int[] lineStarts;

  /**
   * A file's text.
   *
   * @param file what positions call the file
   */
  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length()).filter(this::endsLine).map(i -> i + 1))
            .toArray();
  }

  private boolean endsLine(int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n');
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** The region between two offsets, the end exclusive. */
  Position region(int start, int end) {
    int line = lineOf(start);
    int endLine = lineOf(Math.max(start, end - 1));
    return new Position(file, line, column(start, line), endLine, column(end, endLine));
  }

  /** The part of a region that is on its first line. */
  Position firstLine(int start, int end) {
    return region(start, Math.min(end, endOfLine(start)));
  }

  boolean sameLine(int offset, int other) {
    return lineOf(offset) == lineOf(other);
  }

  /** The line that an offset is on, from 1. */
  int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The offset of a line's first character. */
  int startOfLine(int line) {
    return lineStarts[line - 1];
  }

  int lines() {
    return lineStarts.length;
  }

  /** The offset after the last character of a line that is not white space. */
  int endOfLine(int offset) {
    int line = lineOf(offset);
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    while (end > offset && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int column(int offset, int line) {
    return offset - lineStarts[line - 1] + 1;
  }
}

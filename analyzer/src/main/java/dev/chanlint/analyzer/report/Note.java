package dev.chanlint.analyzer.report;

/**
 * Something that was left out of the analysis.
 *
 * @param file the path
 * @param line the line, 0 if it concerns the whole file
 * @param column the column, 0 if it concerns the whole line
 * @param message what and why
 */
public record Note(String file, int line, int column, String message) {

  /**
   * Where, as compilers write it.
   *
   * @return path, line and column as far as known
   */
  public String place() {
    return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
  }
}

package dev.chanlint.maven;

import java.nio.file.Path;

/**
 * A result of the analyzer.
 *
 * @param file the absolute path
 * @param line the line, from 1
 * @param column the column, from 1
 * @param level {@code error}, {@code warning} or {@code note}
 * @param message what goes wrong
 * @param rule the rule's id
 * @param verdict {@code CONFIRMED}, {@code UNDECIDED} or {@code STRUCTURAL}
 */
record Result(
    Path file, int line, int column, String level, String message, String rule, String verdict) {

  /** As the compiler plugin prints its errors: tools know that form. */
  @Override
  public String toString() {
    return file + ":[" + line + "," + column + "] " + message + " [" + rule + "]";
  }
}

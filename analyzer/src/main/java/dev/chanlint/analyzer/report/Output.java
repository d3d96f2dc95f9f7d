package dev.chanlint.analyzer.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report to write.
 *
 * @param format how
 * @param file where to; empty for standard output
 */
public record Output(Format format, Optional<String> file) {

  /** How a report is written. */
  public enum Format {
    /** For people. */
    TEXT,
    /** For editors: a line for each finding, as GNU's tools write them. */
    GNU,
    /** For programs: JSON Lines. */
    JSON,
    /** For code scanning and viewers: SARIF 2.1.0. */
    SARIF,
    /** For a browser: one file, with witnesses to step through. */
    HTML,
    /** For the many tools that read Checkstyle's XML. */
    CHECKSTYLE,
    /** For reviewdog: Reviewdog Diagnostic Format. */
    RDJSON,
    /** For GitHub's workflows: commands that annotate a pull request. */
    GITHUB;

    /**
     * What users call it.
     *
     * @return the word
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Text on standard output. */
  public static final Output DEFAULT = new Output(Format.TEXT, Optional.empty());

  /**
   * The formats that there are.
   *
   * @return what users call them
   */
  public static List<String> formats() {
    return Arrays.stream(Format.values()).map(Format::word).toList();
  }

  /**
   * Reads {@code FORMAT[=FILE]}.
   *
   * @param text the text
   * @return what it says
   * @throws IllegalArgumentException if there is no such format, or no file after the =
   */
  public static Output parse(String text) {
    int equals = text.indexOf('=');
    if (equals == text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' names no file after the =");
    }
    return new Output(
        format(equals < 0 ? text : text.substring(0, equals)),
        equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
  }

  private static Format format(String word) {
    return Arrays.stream(Format.values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format '" + word + "'; known: " + String.join(", ", formats())));
  }

  @Override
  public String toString() {
    return format.word() + file.map(name -> "=" + name).orElse("");
  }
}

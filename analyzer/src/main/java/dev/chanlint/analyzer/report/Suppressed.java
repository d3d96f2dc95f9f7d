package dev.chanlint.analyzer.report;

/**
 * Why a result is not to be told.
 *
 * @param by what asks for it
 * @param justification why, for a reader
 */
public record Suppressed(By by, String justification) {

  /** What asks not to be told. */
  public enum By {
    /** A comment or an annotation in the sources. */
    SOURCE,
    /** The baseline. */
    BASELINE
  }
}

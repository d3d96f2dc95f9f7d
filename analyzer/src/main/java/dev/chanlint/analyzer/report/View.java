package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;

/**
 * Which results are shown.
 *
 * @param refuted whether refuted ones are
 * @param suppressed whether suppressed ones are
 * @param least what is less grave is not
 */
public record View(boolean refuted, boolean suppressed, Severity least) {

  /** All there is. */
  public static final View ALL = new View(true, true, Severity.NOTE);

  /**
   * Whether a result is shown.
   *
   * @param result the result
   * @return true if it is
   */
  public boolean shows(Result result) {
    return (refuted || !(result.verdict() instanceof Verdict.Refuted))
        && (suppressed || result.suppressed().isEmpty())
        && result.severity().compareTo(least) <= 0;
  }
}

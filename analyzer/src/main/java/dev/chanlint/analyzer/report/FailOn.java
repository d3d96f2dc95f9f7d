package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Verdict;
import java.util.Locale;

/** Which verdicts make the exit status say that there are findings. */
public enum FailOn {
  /** A witness. */
  CONFIRMED,
  /** A witness, or no refutation. */
  UNDECIDED,
  /** All that is not refuted, structural findings included. */
  ANY,
  /** None. */
  NEVER;

  /**
   * Whether a result does.
   *
   * @param result one that is reported
   * @return false for one that is suppressed
   */
  public boolean includes(Result result) {
    if (result.suppressed().isPresent()) {
      return false;
    }
    return switch (result.verdict()) {
      case Verdict.Confirmed confirmed -> this != NEVER;
      case Verdict.Undecided undecided -> this == UNDECIDED || this == ANY;
      case Verdict.Structural structural -> this == ANY;
      case Verdict.Refuted refuted -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

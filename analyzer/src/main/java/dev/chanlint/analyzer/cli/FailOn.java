package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import java.util.Locale;

/** Which verdicts make the exit status say that there are findings. */
enum FailOn {
  /** A witness. */
  CONFIRMED,
  /** A witness, or no refutation. */
  UNDECIDED,
  /** All that is not refuted, structural findings included. */
  ANY,
  /** None. */
  NEVER;

  boolean includes(Judged result) {
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

package dev.chanlint.analyzer.cli;

/** What the exit statuses mean. */
final class Exit {

  /** Nothing at or above the threshold; for a replay: no fault. */
  static final int CLEAN = 0;

  /** Findings at or above the threshold; for a replay: the fault was met. */
  static final int FINDINGS = 1;

  /** Could not analyse: usage, configuration, or a failure. */
  static final int FAILED = 2;

  private Exit() {}
}

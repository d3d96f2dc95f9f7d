package dev.chanlint.rules;

import java.util.Locale;

/** How an execution can go wrong; met at a finding's site, it confirms the finding. */
public enum Fault {
  /** Nothing can run and the main goroutine is blocked. */
  DEADLOCK,
  /** The main goroutine has returned, and a goroutine is blocked for good or loops for ever. */
  LEAK,
  /** An exception that a goroutine did not catch. */
  PANIC,
  /** Two conflicting accesses that happens-before does not order. */
  RACE,
  /** A cycle of states without progress. */
  LIVELOCK,
  /** The main goroutine returned while another could still run. */
  ABANDONED;

  /**
   * The word for it in reports.
   *
   * @return the name in lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

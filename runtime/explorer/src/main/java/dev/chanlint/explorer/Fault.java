package dev.chanlint.explorer;

/** How an execution can go wrong. */
public enum Fault {
  /**
   * The main goroutine is blocked and nothing can run, or nothing but what timers drive, which
   * changes nothing.
   */
  DEADLOCK,
  /**
   * The main goroutine has returned, a goroutine is blocked, and nothing can run, or nothing but
   * what timers drive, which changes nothing; or a goroutine loops for ever.
   */
  LEAK,
  /** A goroutine died of an exception that it did not catch. */
  PANIC,
  /** Two conflicting accesses that happens-before does not order. */
  RACE,
  /** A cycle of states without progress, or the bound on steps passed. */
  LIVELOCK,
  /** The main goroutine of a program returned while another could still run. */
  ABANDONED
}

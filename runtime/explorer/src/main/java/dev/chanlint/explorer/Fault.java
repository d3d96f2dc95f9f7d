package dev.chanlint.explorer;

/** How an execution can go wrong. */
public enum Fault {
  /** Nothing can run and the main goroutine is blocked. */
  DEADLOCK,
  /** Nothing can run, the main goroutine has returned, and a goroutine is blocked for good. */
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

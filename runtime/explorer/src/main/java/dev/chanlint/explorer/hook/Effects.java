package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;

/** Keeps code under test from what would reach past the execution, and what is not controlled. */
public final class Effects {

  private Effects() {}

  /**
   * Ends the exploration with the reason; does not return on a goroutine.
   *
   * @param reason what was about to be done and where
   */
  public static void refuse(String reason) {
    Execution execution = Execution.current();
    if (execution == null) {
      throw new IllegalStateException(reason);
    }
    execution.uncontrolled(reason);
  }
}

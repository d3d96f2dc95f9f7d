package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import org.jspecify.annotations.Nullable;

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

  /** Refuses a call unless the receiver is of a class under test, which is controlled inside. */
  public static void refuse(@Nullable Object receiver, String reason) {
    if (receiver != null && receiver.getClass().getClassLoader() == null) {
      refuse(reason);
    }
  }
}

package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine that still has something to say when the main goroutine has returned.
 *
 * @param routine who
 * @param spawnedAt where it was started
 * @param function in which function that is
 * @param effect the output that may be lost, or the use of what has ended
 * @param failure where it fails for using an object that another goroutine has closed; null if it
 *     does not
 */
public record Outliving(
    Routine routine,
    Position spawnedAt,
    String function,
    Position effect,
    @Nullable Position failure) {

  /**
   * Whether it uses an object that another goroutine has closed.
   *
   * @return false if it is its output that may be lost
   */
  public boolean isUseAfterEnd() {
    return failure != null;
  }
}

package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a goroutine does not catch.
 *
 * @param type the binary name of its class
 * @param message its message; empty if it is not known
 * @param at where it was raised
 * @param function in which function
 * @param routine who died of it
 * @param subject the object of the operation that raised it, if it was one
 * @param inSelect whether a select raised it
 * @param isOfClosed whether it was raised by the use of what a receive from a closed channel gave
 * @param teardown what took away what was used; null if that is not the cause
 */
public record Panic(
    String type,
    String message,
    Position at,
    String function,
    Routine routine,
    @Nullable Subject subject,
    boolean inSelect,
    boolean isOfClosed,
    @Nullable Teardown teardown) {

  /**
   * The end of something that others may still use.
   *
   * @param by who ended it
   * @param at where
   * @param function in which function
   */
  public record Teardown(Routine by, Position at, String function) {}
}

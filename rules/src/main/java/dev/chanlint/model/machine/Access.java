package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A read or write of a shared location.
 *
 * @param goroutine who
 * @param time its own time then
 * @param isWrite whether it writes
 * @param isFirstWrite whether it writes what was not written before
 * @param isAtomic whether it is an atomic or volatile access
 * @param holds the locks held
 * @param obtainedUnder the locks that it held when it obtained the owner of the location; none if
 *     it made it or was given it
 * @param sentAt where it had sent the owner of the location before, if it had
 * @param sleep the last sleep before, if there was one
 * @param isOnce whether no call on the stack is in a loop
 * @param at where
 * @param function in which function
 */
public record Access(
    Goroutine goroutine,
    int time,
    boolean isWrite,
    boolean isFirstWrite,
    boolean isAtomic,
    List<Hold> holds,
    Set<Position> obtainedUnder,
    @Nullable Position sentAt,
    @Nullable Sleep sleep,
    boolean isOnce,
    Position at,
    Function function) {

  /** Keeps copies, which nothing changes. */
  public Access {
    holds = List.copyOf(holds);
  }

  /**
   * A sleep.
   *
   * @param at where
   * @param in in which function
   * @param started how many goroutines had been started before
   * @param isOnce whether no call on the stack is in a loop
   */
  public record Sleep(Position at, Function in, int started, boolean isOnce) {}
}

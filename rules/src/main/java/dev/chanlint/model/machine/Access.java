package dev.chanlint.model.machine;

import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Position;
import java.util.List;

/**
 * A read or write of a shared location.
 *
 * @param goroutine who
 * @param time its own time then
 * @param isWrite whether it writes
 * @param isFirstWrite whether it writes what was not written before
 * @param isAtomic whether it is an atomic or volatile access
 * @param holds the locks held
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
    Position at,
    Function function) {

  public Access {
    holds = List.copyOf(holds);
  }
}

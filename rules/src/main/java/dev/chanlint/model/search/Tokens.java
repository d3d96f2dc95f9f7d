package dev.chanlint.model.search;

import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Semaphores, and channels used as pools and semaphores: something is taken, and given back later.
 * Who finds none left would give one back too, but does not wait for itself: it waits for those who
 * have taken.
 */
final class Tokens {

  private Tokens() {}

  /**
   * Whether a goroutine that has ended should have given back and did not: it did what this one
   * waits to do, at the same place, or was started by this one, who had done it before. Whoever
   * does the opposite is a server of the channel, and none of these.
   */
  static boolean areKept(Run run, Goroutine waiting) {
    Pending pending = Objects.requireNonNull(waiting.pending());
    Operation opposite = opposite(pending.operation());
    Thing on = pending.on();
    if (opposite == null || on == null) {
      return false;
    }
    List<Run.Event> history = run.history(on);
    return !hasDone(history, waiting, opposite)
        && history.stream()
            .filter(event -> event.operation() == pending.operation())
            .filter(event -> event.at().equals(pending.at()))
            .flatMap(event -> liable(run, event.by(), waiting))
            .anyMatch(by -> by.isFinished() && !hasDone(history, by, opposite));
  }

  /** Who is to give back what one took: that one, or those for whom the waiting one took it. */
  private static Stream<Goroutine> liable(Run run, Goroutine taker, Goroutine waiting) {
    return taker != waiting
        ? Stream.of(taker)
        : run.machine().goroutines().stream().filter(g -> g.spawner() == waiting);
  }

  private static boolean hasDone(List<Run.Event> history, Goroutine by, Operation operation) {
    return history.stream().anyMatch(event -> event.by() == by && event.operation() == operation);
  }

  private static @Nullable Operation opposite(Operation operation) {
    return switch (operation) {
      case SEND -> Operation.RECEIVE;
      case RECEIVE -> Operation.SEND;
      case ACQUIRE -> Operation.DONE;
      default -> null;
    };
  }
}

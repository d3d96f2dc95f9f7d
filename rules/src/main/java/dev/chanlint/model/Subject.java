package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that goroutines meet at.
 *
 * @param kind what it is
 * @param name the variable or field that it was first kept in; empty if there is none
 * @param description what to call it in a message, such as {@code the unbuffered channel 'out'}
 * @param madeAt where it was made
 * @param isNil whether it is the channel that is never ready
 * @param isClosed whether it is a closed channel
 * @param history what was done to it, in order
 */
public record Subject(
    Kind kind,
    String name,
    String description,
    Position madeAt,
    boolean isNil,
    boolean isClosed,
    List<Event> history) {

  /** Keeps copies, which nothing changes. */
  public Subject {
    history = List.copyOf(history);
  }

  /** What an object is. */
  public enum Kind {
    /** A channel. */
    CHANNEL,
    /** The done channel of a context. */
    DONE_CHANNEL,
    /** The channel of a timer or ticker. */
    TIMER_CHANNEL,
    /** A blocking queue. */
    QUEUE,
    /** A lock or monitor. */
    LOCK,
    /** A WaitGroup, ErrGroup or latch. */
    GROUP,
    /** A condition. */
    CONDITION,
    /** A future, thread or barrier. */
    FUTURE,
    /** A semaphore or pool. */
    SEMAPHORE,
    /** A {@code Once}. */
    ONCE,
    /** Anything else. */
    OTHER
  }

  /**
   * Something done to an object.
   *
   * @param operation what
   * @param at where
   * @param function in which function
   * @param by who
   */
  public record Event(
      dev.chanlint.model.machine.Operation operation, Position at, String function, Routine by) {}

  /**
   * The last event of some kinds.
   *
   * @param operations which kinds
   * @return the event, or null if there was none
   */
  public @Nullable Event last(dev.chanlint.model.machine.Operation... operations) {
    List<dev.chanlint.model.machine.Operation> wanted = List.of(operations);
    for (Event event : history.reversed()) {
      if (wanted.contains(event.operation())) {
        return event;
      }
    }
    return null;
  }

  /**
   * The events of some kinds.
   *
   * @param operations which kinds
   * @return in order
   */
  public List<Event> all(dev.chanlint.model.machine.Operation... operations) {
    List<dev.chanlint.model.machine.Operation> wanted = List.of(operations);
    return history.stream().filter(e -> wanted.contains(e.operation())).toList();
  }
}

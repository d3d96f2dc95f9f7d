package dev.chanlint.model.machine;

import dev.chanlint.model.code.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who learns what happens in a run of the machine. */
public interface Observer {

  /**
   * A goroutine did something that others can observe.
   *
   * @param by who
   * @param operation what
   * @param on to what; null if not known
   * @param at where
   */
  void operated(Goroutine by, Operation operation, @Nullable Thing on, Position at);

  /**
   * A shared location was read or written.
   *
   * @param location which
   * @param now the access
   * @param earlier those before it
   */
  void accessed(Memory.Location location, Access now, List<Access> earlier);

  /**
   * Two accesses are in conflict and not ordered.
   *
   * @param location to what
   * @param before the first
   * @param now the second
   */
  void raced(Memory.Location location, Access before, Access now);

  /**
   * An exception was raised, for the first time if it is raised again on its way.
   *
   * @param by who met it
   * @param exception the exception
   */
  void raised(Goroutine by, Thing exception);

  /**
   * A goroutine died of an exception.
   *
   * @param by who
   * @param exception the exception
   * @param stack the calls that were running when it was raised, innermost first
   */
  void panicked(Goroutine by, Thing exception, List<Frame.Code> stack);

  /**
   * The main goroutine returned.
   *
   * @param unfinished the others that had not
   */
  void mainReturned(List<Goroutine> unfinished);

  /**
   * An input or output operation.
   *
   * @param by who
   * @param at where
   */
  void output(Goroutine by, Position at);
}

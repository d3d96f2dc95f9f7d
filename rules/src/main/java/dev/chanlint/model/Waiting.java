package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine that waits for good.
 *
 * @param routine who
 * @param operation in which operation
 * @param subjects on what: one object, or those of a select's cases
 * @param sends for a select, whether it offers a send
 * @param at where
 * @param function in which function
 * @param holding the locks it holds
 * @param ignored the stop channel that is closed, that those obey who else use what it waits on,
 *     and that it does not watch; null if there is none
 * @param servesItself whether it waits for what only itself would do, not merely one that it starts
 * @param waitsFor those of the same {@link Knot}, by index, that would serve it if they went on
 */
public record Waiting(
    Routine routine,
    Operation operation,
    List<Subject> subjects,
    boolean sends,
    Position at,
    String function,
    List<Held> holding,
    @Nullable Subject ignored,
    boolean servesItself,
    Set<Integer> waitsFor) {

  /** Keeps copies, which nothing changes. */
  public Waiting {
    subjects = List.copyOf(subjects);
    holding = List.copyOf(holding);
    waitsFor = Set.copyOf(waitsFor);
  }

  /**
   * A lock held, or that another holds.
   *
   * @param lock the lock
   * @param at where it was acquired
   * @param isShared whether for reading
   * @param isInCall whether the call that acquired it is still running
   * @param isLeftBehind whether the call that acquired it has ended by an exception
   * @param isWanted whether another goroutine waits for it
   */
  public record Held(
      Subject lock,
      Position at,
      boolean isShared,
      boolean isInCall,
      boolean isLeftBehind,
      boolean isWanted) {}

  /**
   * The object waited on, if it is one.
   *
   * @return the first subject
   */
  public Subject subject() {
    return subjects.getFirst();
  }

  /**
   * Whether it is an operation on channels.
   *
   * @return true for sends, receives, ranges and selects
   */
  public boolean isOnChannel() {
    return switch (operation) {
      case SEND, RECEIVE, RANGE, SELECT -> true;
      default -> false;
    };
  }

  /**
   * Whether it is the acquisition of a lock.
   *
   * @return true for locks and read locks
   */
  public boolean isOnLock() {
    return operation == Operation.LOCK || operation == Operation.READ_LOCK;
  }
}

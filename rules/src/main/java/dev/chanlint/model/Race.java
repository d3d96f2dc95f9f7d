package dev.chanlint.model;

import dev.chanlint.model.code.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Accesses to one location that are in conflict and not ordered by happens-before.
 *
 * @param location what is accessed
 * @param pairs the accesses, two by two
 * @param accesses all accesses to it that were seen, the ordered ones too
 */
public record Race(Location location, List<Pair> pairs, List<Site> accesses) {

  /** Keeps copies, which nothing changes. */
  public Race {
    pairs = List.copyOf(pairs);
    accesses = List.copyOf(accesses);
  }

  /** What kind of location it is. */
  public enum Kind {
    /** A field of an object. */
    FIELD,
    /** A static field. */
    STATIC,
    /** An element of an array. */
    ELEMENT,
    /** What a collection contains. */
    COLLECTION,
    /** The counter of a wait group: an add from zero and an await. */
    COUNTER
  }

  /**
   * A location as declared, whichever object it belongs to.
   *
   * @param kind what it is
   * @param name the field's or variable's name
   * @param key tells it apart from others
   * @param madeAt where the object was made; null for a static field
   * @param madeBy who made the object; null for a static field
   * @param isReference whether it holds a reference
   * @param isLate whether a constructor assigns it when others may know the object already
   * @param guard where the lock was made that a {@code @GuardedBy} names; null if none does
   * @param isHolder whether it is an object made only to be shared with a lambda, such as an array
   */
  public record Location(
      Kind kind,
      String name,
      String key,
      @Nullable Position madeAt,
      @Nullable Routine madeBy,
      boolean isReference,
      boolean isLate,
      @Nullable Position guard,
      boolean isHolder) {

    /**
     * What to call an access of it in a message.
     *
     * @param access the access
     * @return for example {@code write}
     */
    public String word(Site access) {
      return kind == Kind.COUNTER ? access.isWrite() ? "await" : "add" : access.word();
    }

    /**
     * What to call it in a message.
     *
     * @return for example {@code field 'count'}
     */
    public String description() {
      return switch (kind) {
        case FIELD -> "field '" + name + "'";
        case STATIC -> "static field '" + name + "'";
        case ELEMENT -> name.isEmpty() ? "an array element" : "an element of '" + name + "'";
        case COUNTER -> name.isEmpty() ? "a wait group" : "wait group '" + name + "'";
        case COLLECTION -> name.isEmpty() ? "a collection" : "collection '" + name + "'";
      };
    }
  }

  /**
   * Two accesses in conflict.
   *
   * @param first the one that came first in the run that showed it
   * @param second the other
   * @param sleep a sleep of one of the goroutines, between the start of the other one and its own
   *     access, that is to order the two; null if there is none
   */
  public record Pair(Site first, Site second, @Nullable Position sleep) {}

  /**
   * An access.
   *
   * @param routine who
   * @param isWrite whether it writes
   * @param isFirstWrite whether it writes what was not written before
   * @param isTested whether it reads what a branch then depends on
   * @param isAtomic whether it is atomic or volatile
   * @param locks the locks held, by where they were made
   * @param sharedLocks those of them that it holds along with others, for reading
   * @param obtainedUnder the locks under which the goroutine read the reference that it uses here
   * @param sentAt where the goroutine had sent the object before; null if it had not
   * @param at where
   * @param function in which function
   */
  public record Site(
      Routine routine,
      boolean isWrite,
      boolean isFirstWrite,
      boolean isTested,
      boolean isAtomic,
      Set<Position> locks,
      Set<Position> sharedLocks,
      Set<Position> obtainedUnder,
      @Nullable Position sentAt,
      Position at,
      String function) {

    /** Keeps copies, which nothing changes. */
    public Site {
      locks = Set.copyOf(locks);
      sharedLocks = Set.copyOf(sharedLocks);
      obtainedUnder = Set.copyOf(obtainedUnder);
    }

    /**
     * Whether a lock is held as the access needs it: who writes must be alone.
     *
     * @param lock where it was made
     * @return false if it is not held, or for reading by one who writes
     */
    public boolean isGuardedBy(Position lock) {
      return locks.contains(lock) && !(isWrite && sharedLocks.contains(lock));
    }

    /**
     * The word for it.
     *
     * @return {@code write} or {@code read}
     */
    public String word() {
      return isWrite ? "write" : "read";
    }
  }
}

package dev.chanlint.rules;

import dev.chanlint.model.Race;
import dev.chanlint.model.Routine;
import dev.chanlint.model.code.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why accesses are not ordered. Each race has one cause, so that one defect is one finding. */
public enum RaceCause {
  /** Kept apart by a sleep only. */
  SLEEP,
  /** Changed by the sender after it was sent. */
  MUTATED_AFTER_SEND,
  /** Read under a lock and used after the unlock. */
  GUARDED_ESCAPE,
  /** Atomic and plain accesses mixed, or an update that is not atomic as a whole. */
  MIXED_ATOMIC,
  /** Guarded in most places and not in this one, or written with the lock held for reading. */
  INCONSISTENT_GUARD,
  /** Captured by a goroutine's body and written by its spawner afterwards. */
  CAPTURED,
  /** Tested and then set without a lock across both. */
  CHECK_THEN_ACT,
  /** Assigned after the goroutine that reads it was started, or got hold of the object. */
  EARLY_PUBLISH,
  /** A wait group counted up from zero beside an await. */
  LATE_ADD,
  /** No common lock, and no order. */
  UNGUARDED;

  private static final Comparator<Race.Site> IN_ORDER =
      Comparator.comparing(Race.Site::isWrite).reversed().thenComparing(Race.Site::at);

  /**
   * The cause of a race.
   *
   * @param race the race
   * @return the cause
   */
  public static RaceCause of(Race race) {
    if (race.location().kind() == Race.Kind.COUNTER) {
      return LATE_ADD;
    }
    if (race.pairs().stream().anyMatch(p -> p.first().isAtomic() || p.second().isAtomic())) {
      return MIXED_ATOMIC;
    }
    if (sleeping(race) != null) {
      return SLEEP;
    }
    if (sites(race).anyMatch(RaceCause::isMutationAfterSend)) {
      return MUTATED_AFTER_SEND;
    }
    if (escaped(race) != null) {
      return GUARDED_ESCAPE;
    }
    if (guard(race) != null) {
      return INCONSISTENT_GUARD;
    }
    if (isCaptured(race)) {
      return CAPTURED;
    }
    if (isTestedThenSet(race)) {
      return CHECK_THEN_ACT;
    }
    return isPublishedEarly(race) ? EARLY_PUBLISH : UNGUARDED;
  }

  /**
   * The accesses that only a sleep keeps apart.
   *
   * @param race the race
   * @return null if there are none
   */
  public static Race.@Nullable Pair sleeping(Race race) {
    return race.pairs().stream().filter(p -> p.sleep() != null).findFirst().orElse(null);
  }

  private static boolean isMutationAfterSend(Race.Site site) {
    return site.isWrite() && site.sentAt() != null;
  }

  /** An access after the unlock of the lock that the other side holds, or has unlocked likewise. */
  private static Race.@Nullable Site escaped(Race race) {
    for (Race.Pair pair : race.pairs()) {
      if (isEscaped(pair.first(), pair.second())) {
        return pair.first();
      }
      if (isEscaped(pair.second(), pair.first())) {
        return pair.second();
      }
    }
    return null;
  }

  private static boolean isEscaped(Race.Site site, Race.Site other) {
    return site.obtainedUnder().stream()
        .filter(lock -> !site.locks().contains(lock))
        .anyMatch(lock -> other.locks().contains(lock) || other.obtainedUnder().contains(lock));
  }

  private static Stream<Race.Site> sites(Race race) {
    return race.pairs().stream().flatMap(p -> Stream.of(p.first(), p.second()));
  }

  /**
   * The lock that is declared to guard all accesses, or the one of those that only one side of a
   * pair holds, or both for reading, that most accesses hold.
   *
   * @param race the race
   * @return where it was made; null if there is none
   */
  public static @Nullable Position guard(Race race) {
    Position declared = race.location().guard();
    if (declared != null) {
      return declared;
    }
    Map<Position, Long> holders = new HashMap<>();
    for (Race.Site site : race.accesses()) {
      site.locks().forEach(l -> holders.merge(l, 1L, Long::sum));
    }
    return holders.entrySet().stream()
        .filter(holder -> isMissing(holder.getKey(), race))
        .max(Map.Entry.<Position, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean isMissing(Position lock, Race race) {
    return race.pairs().stream()
        .anyMatch(
            p ->
                p.first().isGuardedBy(lock) != p.second().isGuardedBy(lock)
                    || isSharedByBoth(lock, p));
  }

  private static boolean isSharedByBoth(Position lock, Race.Pair pair) {
    return pair.first().sharedLocks().contains(lock) && pair.second().sharedLocks().contains(lock);
  }

  private static boolean isCaptured(Race race) {
    boolean isElement = race.location().isHolder() && race.location().kind() == Race.Kind.ELEMENT;
    boolean isField = race.location().kind() == Race.Kind.FIELD;
    return (isElement || isField) && isSomePair(race, RaceCause::isWriteBySpawner);
  }

  /** Whether something holds of the accesses of a pair, whichever came first. */
  private static boolean isSomePair(Race race, BiPredicate<Race.Site, Race.Site> what) {
    return race.pairs().stream()
        .anyMatch(p -> what.test(p.first(), p.second()) || what.test(p.second(), p.first()));
  }

  private static boolean isWriteBySpawner(Race.Site write, Race.Site other) {
    return write.isWrite()
        && !write.isFirstWrite()
        && isAncestor(write.routine(), other.routine())
        && write.function().equals(other.routine().spawner());
  }

  private static boolean isAncestor(Routine ancestor, Routine other) {
    List<Position> outer = ancestor.spawns();
    List<Position> inner = other.spawns();
    return outer.size() < inner.size() && inner.subList(0, outer.size()).equals(outer);
  }

  private static boolean isTestedThenSet(Race race) {
    if (race.location().kind() == Race.Kind.COLLECTION
        || race.location().kind() == Race.Kind.ELEMENT) {
      return false;
    }
    return race.pairs().stream()
        .filter(p -> p.first().function().equals(p.second().function()))
        .flatMap(p -> List.of(p.first(), p.second()).stream())
        .filter(Race.Site::isWrite)
        .anyMatch(write -> race.accesses().stream().anyMatch(read -> isTestOf(write, read)));
  }

  private static boolean isTestOf(Race.Site write, Race.Site read) {
    return read.isTested()
        && read.function().equals(write.function())
        && read.at().line() < write.at().line();
  }

  private static boolean isPublishedEarly(Race race) {
    return sites(race).anyMatch(site -> isConstruction(race.location(), site))
        || race.location().isReference() && isSomePair(race, RaceCause::isAssignedTooLate);
  }

  /** Whether it first sets a field of an object that others may know before it is constructed. */
  private static boolean isConstruction(Race.Location location, Race.Site site) {
    return location.isLate() && site.isFirstWrite() && site.routine().equals(location.madeBy());
  }

  private static boolean isAssignedTooLate(Race.Site write, Race.Site read) {
    return write.isFirstWrite() && !read.isWrite() && isAncestor(write.routine(), read.routine());
  }

  /**
   * The access that a finding is about.
   *
   * @param race the race
   * @return the one after a send or an unlock, or without the lock that the others hold; otherwise
   *     a write
   */
  public static Race.Site culprit(Race race) {
    return switch (of(race)) {
      case MUTATED_AFTER_SEND ->
          sites(race).filter(RaceCause::isMutationAfterSend).min(IN_ORDER).orElseThrow();
      case GUARDED_ESCAPE -> Objects.requireNonNull(escaped(race));
      default -> unguarded(race);
    };
  }

  private static Race.Site unguarded(Race race) {
    Position guard = guard(race);
    return sites(race)
        .filter(s -> guard == null || !s.isGuardedBy(guard))
        .min(IN_ORDER)
        .orElse(race.pairs().getFirst().second());
  }

  /**
   * An access that another is in conflict with.
   *
   * @param race the race
   * @param culprit the other
   * @return the access
   */
  public static Race.Site opponent(Race race, Race.Site culprit) {
    for (Race.Pair pair : race.pairs()) {
      if (pair.first().equals(culprit)) {
        return pair.second();
      }
      if (pair.second().equals(culprit)) {
        return pair.first();
      }
    }
    return race.pairs().getFirst().first();
  }
}

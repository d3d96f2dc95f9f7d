package dev.chanlint.model.search;

import dev.chanlint.model.Race;
import dev.chanlint.model.Routine;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.machine.Access;
import dev.chanlint.model.machine.ArrayFacet;
import dev.chanlint.model.machine.CodeIndex;
import dev.chanlint.model.machine.Hold;
import dev.chanlint.model.machine.Memory;
import dev.chanlint.model.machine.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers races by the declaration of what is raced on. */
final class Races {

  private static final int MOST_SITES = 60;

  private final Map<String, Race.Location> locations = new LinkedHashMap<>();
  private final Map<String, Map<String, Race.Pair>> pairs = new LinkedHashMap<>();
  private final Map<String, Map<SiteKey, Race.Site>> sites = new LinkedHashMap<>();

  /** What makes two sites the same. */
  private record SiteKey(Position at, boolean isWrite, Set<Position> locks) {}

  void add(Run run) {
    for (Run.RaceSeen seen : run.races()) {
      Race.Location location = location(seen.location(), run);
      locations.putIfAbsent(location.key(), location);
      Race.Pair pair =
          new Race.Pair(
              site(seen.before()), site(seen.now()), sleepBetween(seen.before(), seen.now()));
      pairs
          .computeIfAbsent(location.key(), k -> new LinkedHashMap<>())
          .putIfAbsent(pair.first().at() + "|" + pair.second().at(), pair);
    }
    run.accesses().forEach((location, accesses) -> addSites(location, accesses));
  }

  /** The sleep that is to keep two accesses apart. */
  private static @Nullable Position sleepBetween(Access one, Access other) {
    Position sleep = sleepAfterStartOf(other, one);
    return sleep != null ? sleep : sleepAfterStartOf(one, other);
  }

  private static @Nullable Position sleepAfterStartOf(Access started, Access slept) {
    Access.Sleep sleep = slept.sleep();
    return sleep != null
            && sleep.isOnce()
            && started.isOnce()
            && started.goroutine().number() < sleep.started()
            && started.goroutine().spawner() != null
            && (sleep.in() == slept.function() || sleep.in() == started.goroutine().spawnedIn())
        ? sleep.at()
        : null;
  }

  private void addSites(Memory.Location where, List<Access> accesses) {
    var known = sites.computeIfAbsent(key(where), k -> new LinkedHashMap<>());
    for (Access access : accesses) {
      if (known.size() < MOST_SITES) {
        SiteKey key =
            new SiteKey(
                access.at(),
                access.isWrite(),
                locks(access, hold -> !(access.isWrite() && hold.shared())));
        known.computeIfAbsent(key, k -> site(access));
      }
    }
  }

  List<Race> result() {
    List<Race> races = new ArrayList<>();
    pairs.forEach(
        (key, found) ->
            races.add(
                new Race(
                    Objects.requireNonNull(locations.get(key)),
                    new ArrayList<>(found.values()),
                    new ArrayList<>(sites.getOrDefault(key, Map.of()).values()))));
    return races;
  }

  private static String key(Memory.Location location) {
    Thing owner = location.owner();
    return switch (location.part()) {
      case FieldRef field -> field.toString();
      case Object other -> owner == null ? other.toString() : other + "@" + owner.madeAt();
    };
  }

  private static Race.Location location(Memory.Location location, Run run) {
    Thing owner = location.owner();
    Routine maker =
        owner == null ? null : Describer.routine(run.machine().goroutines().get(owner.maker()));
    Position madeAt = owner == null ? null : owner.madeAt();
    return new Race.Location(
        kind(location),
        name(location),
        key(location),
        madeAt,
        maker,
        isReference(location),
        isLate(location, run.machine().index()),
        Guards.of(location, run.machine()),
        isHolder(owner));
  }

  private static boolean isReference(Memory.Location location) {
    return location.part() instanceof FieldRef field && field.type().contains(".");
  }

  private static boolean isLate(Memory.Location location, CodeIndex index) {
    return location.part() instanceof FieldRef field && index.isLate(field);
  }

  private static Race.Kind kind(Memory.Location location) {
    return switch (location.part()) {
      case FieldRef field -> field.isStatic() ? Race.Kind.STATIC : Race.Kind.FIELD;
      case Integer index -> Race.Kind.ELEMENT;
      case String part when part.equals(Memory.COUNTER) -> Race.Kind.COUNTER;
      default -> Race.Kind.COLLECTION;
    };
  }

  private static String name(Memory.Location location) {
    Thing owner = location.owner();
    return location.part() instanceof FieldRef field
        ? field.name()
        : owner == null ? "" : Describer.name(owner);
  }

  /** A one-element array: the usual way to let a lambda change a local variable. */
  private static boolean isHolder(@Nullable Thing owner) {
    return owner != null
        && owner.facet() instanceof ArrayFacet array
        && array.elements().size() <= 1;
  }

  private static Race.Site site(Access access) {
    return new Race.Site(
        Describer.routine(access.goroutine()),
        access.isWrite(),
        access.isFirstWrite(),
        !access.isWrite() && Dataflow.decidesBranch(access.function(), access.at()),
        access.isAtomic(),
        locks(access, hold -> true),
        locks(access, Hold::shared),
        access.obtainedUnder(),
        access.sentAt(),
        access.at(),
        access.function().name());
  }

  private static Set<Position> locks(Access access, Predicate<Hold> which) {
    return access.holds().stream()
        .filter(which)
        .map(h -> h.lock().madeAt())
        .collect(Collectors.toUnmodifiableSet());
  }
}

package dev.chanlint.model.machine;

import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The happens-before race detector: for each location the last accesses of each goroutine, compared
 * by epochs (FastTrack, Flanagan and Freund, PLDI 2009).
 */
public final class Memory {

  /**
   * A location.
   *
   * @param owner the object; null for a static field
   * @param part a {@link FieldRef}, an Integer for an array element, {@link #CONTENTS} for what a
   *     collection contains, {@link #COUNTER} for the counter of a wait group
   */
  public record Location(@Nullable Thing owner, Object part) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Location l && owner == l.owner && part.equals(l.part);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(owner) * 31 + part.hashCode();
    }
  }

  /** The part of a collection that its methods share. */
  public static final String CONTENTS = "contents";

  /**
   * The part of a wait group that an {@code add} from zero reads and an {@code await} writes, as
   * Go's race detector has it: the two must be ordered, or the await may miss what is added.
   */
  public static final String COUNTER = "counter";

  private static final int MOST_REMEMBERED = 32;

  private final Map<Location, List<Access>> accesses = new HashMap<>();
  private final Set<Location> written = new HashSet<>();
  private final Map<Sight, Access> seen = new HashMap<>();
  private final Observer observer;

  /** Who reads what. */
  private record Sight(Goroutine by, Location location) {}

  Memory(Observer observer) {
    this.observer = observer;
  }

  void access(Goroutine by, Location location, boolean isWrite, boolean isAtomic, Position at) {
    if (!isWrite && by.readsOptimistically()) {
      return;
    }
    List<Access> earlier = accesses.computeIfAbsent(location, k -> new ArrayList<>());
    if (isRepeated(earlier, by, isWrite, isAtomic, at)) {
      return;
    }
    Frame.Code frame = by.innermost();
    if (frame == null) {
      return;
    }
    Access now =
        new Access(
            by,
            by.clock().get(by.number()),
            isWrite,
            isWrite && written.add(location),
            isAtomic,
            by.holds(),
            by.obtainedUnder(location.owner()),
            by.sentAt(location.owner()),
            by.sleep,
            !by.isInLoop(),
            at,
            frame.function());
    observer.accessed(location, now, earlier);
    for (Access before : earlier) {
      if (conflict(before, now)) {
        observer.raced(location, before, now);
      }
    }
    earlier.removeIf(a -> a.goroutine() == by && a.at().equals(at) && a.isWrite() == isWrite);
    if (earlier.size() >= MOST_REMEMBERED) {
      earlier.removeFirst();
    }
    earlier.add(now);
  }

  /** An atomic access; a read remembers which write it sees. */
  void accessAtomically(Goroutine by, Location location, boolean isWrite, Position at) {
    access(by, location, isWrite, true, at);
    Access last = lastWrite(location);
    if (!isWrite && last != null) {
      seen.put(new Sight(by, location), last);
    }
  }

  /**
   * The atomic write that completes an update, made of the goroutine's last read: a write of
   * another goroutine that the read has not seen is lost.
   */
  void update(Goroutine by, Location location, Position at) {
    Access last = lastWrite(location);
    boolean isLost =
        last != null && last.goroutine() != by && last != seen.get(new Sight(by, location));
    access(by, location, true, true, at);
    Access now = lastWrite(location);
    if (isLost && now != null) {
      observer.raced(location, last, now);
    }
  }

  /** The last write of a location that is remembered. */
  @Nullable Access lastWrite(Location location) {
    for (Access access : accesses.getOrDefault(location, List.of()).reversed()) {
      if (access.isWrite()) {
        return access;
      }
    }
    return null;
  }

  private static boolean isRepeated(
      List<Access> earlier, Goroutine by, boolean isWrite, boolean isAtomic, Position at) {
    if (earlier.isEmpty()) {
      return false;
    }
    Access last = earlier.getLast();
    return last.goroutine() == by
        && last.time() == by.clock().get(by.number())
        && last.isWrite() == isWrite
        && last.isAtomic() == isAtomic
        && last.at().equals(at);
  }

  private static boolean conflict(Access before, Access now) {
    return before.goroutine() != now.goroutine()
        && (before.isWrite() || now.isWrite())
        && !(before.isAtomic() && now.isAtomic())
        && now.goroutine().clock().get(before.goroutine().number()) < before.time();
  }
}

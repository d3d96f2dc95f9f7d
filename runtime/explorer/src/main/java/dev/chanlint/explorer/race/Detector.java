package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The races of one execution, by FastTrack. */
public final class Detector {

  private static final AtomicLong EXECUTIONS = new AtomicLong();

  private final Execution execution;
  private final Watch watch;
  private final long number = EXECUTIONS.incrementAndGet();
  private final Map<Object, Shadow[]> elements = new IdentityHashMap<>();
  private final Map<Object, Shadow> collections = new IdentityHashMap<>();
  private final Map<Object, Map<@Nullable Object, Shadow>> parts = new IdentityHashMap<>();
  private final Map<Object, Shadow> positions = new IdentityHashMap<>();
  private final Set<Object> views = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Long> reported = new HashSet<>();
  private final Map<Goroutine, List<Deferred>> optimistic = new HashMap<>();

  /** A read whose value is used only if it is found valid afterwards. */
  private record Deferred(Shadow shadow, int site) {}

  Detector(Execution execution) {
    this.execution = execution;
    this.watch = Watch.of(execution.workload());
  }

  /** The detector of the execution that a goroutine belongs to. */
  public static Detector of(Goroutine goroutine) {
    if (goroutine.detector() instanceof Detector known) {
      return known;
    }
    Execution execution = goroutine.execution();
    Detector detector =
        execution.attachment(execution, Detector.class, () -> new Detector(execution));
    goroutine.detector(detector);
    return detector;
  }

  /** What the exploration knows of the places of accesses. */
  Watch watch() {
    return watch;
  }

  /** A number that no other execution in this JVM has. */
  public long number() {
    return number;
  }

  /** From here on, what the goroutine reads plainly may be in vain. */
  void beginOptimistic(Goroutine goroutine) {
    endOptimistic(goroutine, true);
    optimistic.put(goroutine, new ArrayList<>());
  }

  /**
   * What was read since {@link #beginOptimistic} was found valid, and then counts as read now, or
   * it is not used.
   */
  void endOptimistic(Goroutine goroutine, boolean valid) {
    List<Deferred> reads = optimistic.remove(goroutine);
    if (valid && reads != null) {
      reads.forEach(read -> read(read.shadow(), goroutine, read.site()));
    }
  }

  void read(Shadow shadow, Goroutine goroutine, int site) {
    List<Deferred> deferred = optimistic.isEmpty() ? null : optimistic.get(goroutine);
    if (deferred == null) {
      readNow(shadow, goroutine, site);
    } else {
      deferred.add(new Deferred(shadow, site));
    }
  }

  private void readNow(Shadow shadow, Goroutine goroutine, int site) {
    shadow.enter(number);
    int self = goroutine.id();
    VectorClock clock = goroutine.clock();
    int now = clock.get(self);
    if (shadow.atomicWrites != null) {
      checkAll(shadow.atomicWrites, goroutine, "read", site);
    }
    if (shadow.reader == self && shadow.readTick == now && shadow.reads == null) {
      return;
    }
    check(shadow.writer, shadow.writeTick, "write", shadow.writeSite, goroutine, "read", site);
    note(shadow, goroutine, site);
  }

  /**
   * A read of a final field. It races with the write that comes after it: one that finds the field
   * assigned may owe that to the end of the constructor, which orders the two for whoever gets the
   * object later. If it can come first there is an execution in which it does.
   */
  void readFinal(Shadow shadow, Goroutine goroutine, int site) {
    shadow.enter(number);
    if (isUnordered(shadow.writer, shadow.writeTick, goroutine)) {
      watch.race(shadow.writeSite, site);
    }
    note(shadow, goroutine, site);
  }

  private static void note(Shadow shadow, Goroutine goroutine, int site) {
    int self = goroutine.id();
    VectorClock clock = goroutine.clock();
    int now = clock.get(self);
    if (shadow.reads != null) {
      shadow.reads.put(self, now, site);
    } else if (shadow.reader == 0
        || shadow.reader == self
        || clock.covers(shadow.reader, shadow.readTick)) {
      shadow.reader = self;
      shadow.readTick = now;
      shadow.readSite = site;
    } else {
      Shadow.Accesses reads = new Shadow.Accesses("read");
      reads.put(shadow.reader, shadow.readTick, shadow.readSite);
      reads.put(self, now, site);
      shadow.reads = reads;
    }
  }

  /**
   * A write. It may make the next round of a loop another, unless what it writes is new in each, as
   * the array of a call's arguments.
   */
  void write(Shadow shadow, Goroutine goroutine, int site) {
    shadow.enter(number);
    if (shadow.isKnown()) {
      execution.progress();
    }
    int self = goroutine.id();
    check(shadow.writer, shadow.writeTick, "write", shadow.writeSite, goroutine, "write", site);
    checkReads(shadow, goroutine, "write", site);
    if (shadow.atomicWrites != null) {
      checkAll(shadow.atomicWrites, goroutine, "write", site);
    }
    if (shadow.atomicReads != null) {
      checkAll(shadow.atomicReads, goroutine, "write", site);
    }
    shadow.reads = null;
    shadow.reader = 0;
    shadow.writer = self;
    shadow.writeTick = goroutine.clock().get(self);
    shadow.writeSite = site;
  }

  /**
   * An atomic access: it races with plain accesses that nothing orders with it, never with another
   * atomic one.
   */
  void atomic(Shadow shadow, Goroutine goroutine, boolean write, int site) {
    share(shadow, goroutine, write, write ? "atomic write" : "atomic read", site);
  }

  /**
   * An access of a part of a collection: it races with what accesses the whole, and nothing orders
   * with it, never with one of a part; parts have shadows of their own.
   */
  void part(Shadow whole, Goroutine goroutine, boolean write, int site) {
    share(whole, goroutine, write, write ? "write" : "read", site);
  }

  private void share(Shadow shadow, Goroutine goroutine, boolean write, String kind, int site) {
    shadow.enter(number);
    check(shadow.writer, shadow.writeTick, "write", shadow.writeSite, goroutine, kind, site);
    if (write) {
      execution.progress();
      checkReads(shadow, goroutine, kind, site);
      shadow.atomicWrites = noted(shadow.atomicWrites, kind, goroutine, site);
    } else {
      shadow.atomicReads = noted(shadow.atomicReads, kind, goroutine, site);
    }
  }

  private static Shadow.Accesses noted(
      Shadow.@Nullable Accesses accesses, String kind, Goroutine goroutine, int site) {
    Shadow.Accesses into = accesses == null ? new Shadow.Accesses(kind) : accesses;
    into.put(goroutine.id(), goroutine.clock().get(goroutine.id()), site);
    return into;
  }

  private void checkReads(Shadow shadow, Goroutine writer, String kind, int site) {
    if (shadow.reads != null) {
      checkAll(shadow.reads, writer, kind, site);
    } else {
      check(shadow.reader, shadow.readTick, "read", shadow.readSite, writer, kind, site);
    }
  }

  private void checkAll(Shadow.Accesses earlier, Goroutine later, String laterKind, int site) {
    for (int i = 0; i < earlier.size; i++) {
      check(
          earlier.goroutines[i],
          earlier.ticks[i],
          earlier.kind,
          earlier.sites[i],
          later,
          laterKind,
          site);
    }
  }

  /** Reports a race if there is an earlier access, by another goroutine, and nothing orders it. */
  private void check(
      int earlier,
      int tick,
      String earlierKind,
      int earlierSite,
      Goroutine later,
      String laterKind,
      int site) {
    if (isUnordered(earlier, tick, later)) {
      race(earlier, earlierKind, earlierSite, later, laterKind, site);
    }
  }

  private static boolean isUnordered(int earlier, int tick, Goroutine later) {
    return earlier != 0 && earlier != later.id() && !later.clock().covers(earlier, tick);
  }

  private void race(
      int earlier,
      String earlierKind,
      int earlierSite,
      Goroutine later,
      String laterKind,
      int laterSite) {
    if (!isNew(earlierSite, laterSite)) {
      return;
    }
    watch.race(earlierSite, laterSite);
    Sites.Access first = Sites.at(earlierSite);
    Sites.Access second = Sites.at(laterSite);
    execution.report(
        Fault.RACE,
        "data race on %s: %s by goroutine %d at %s, %s by %s at %s, in no order"
            .formatted(
                (laterKind.startsWith("atomic") ? first : second).accessed(),
                earlierKind,
                earlier,
                first.site(),
                laterKind,
                later,
                second.site()),
        Stream.of(first.site(), second.site())
            .sorted(Comparator.comparing(Site::toString))
            .toList());
  }

  private boolean isNew(int site, int other) {
    return reported.add((long) Math.min(site, other) << 32 | Math.max(site, other));
  }

  /** An update, made of a read and a write, overwrites what another wrote between the two. */
  void lostUpdate(Updates updates, Goroutine writer, int site) {
    if (!isNew(updates.site(), site)) {
      return;
    }
    Sites.Access lost = Sites.at(updates.site());
    Sites.Access update = Sites.at(site);
    execution.report(
        Fault.RACE,
        "lost update of %s: write by goroutine %d at %s comes between the read and the write by %s at %s"
            .formatted(update.accessed(), updates.writer(), lost.site(), writer, update.site()),
        Stream.of(lost.site(), update.site())
            .sorted(Comparator.comparing(Site::toString))
            .toList());
  }

  /** The shadow of an array element; null if there is no such element. */
  @Nullable Shadow element(Object array, int index) {
    Shadow[] shadows = elements.get(array);
    if (shadows == null) {
      shadows = new Shadow[java.lang.reflect.Array.getLength(array)];
      elements.put(array, shadows);
    }
    if (index < 0 || index >= shadows.length) {
      return null;
    }
    Shadow shadow = shadows[index];
    if (shadow == null) {
      shadow = new Shadow();
      shadows[index] = shadow;
    }
    return shadow;
  }

  Shadow collection(Object collection) {
    return collections.computeIfAbsent(collection, c -> new Shadow());
  }

  /** The shadow of an element of a list, by its index, or of a value in a map, by its key. */
  Shadow elementOf(Object collection, @Nullable Object key) {
    return parts
        .computeIfAbsent(collection, any -> new HashMap<>())
        .computeIfAbsent(key, any -> new Shadow());
  }

  /** The shadow of where an iterator stands. */
  Shadow position(Object iterator) {
    return positions.computeIfAbsent(iterator, any -> new Shadow());
  }

  /** What is done to {@code view} from now on is done to what {@code parent} stands for. */
  void derive(Object view, Object parent) {
    if (collections.putIfAbsent(view, collection(parent)) == null) {
      views.add(view);
    }
  }

  /** Whether what is done to it is done to something else. */
  boolean isView(Object collection) {
    return views.contains(collection);
  }
}

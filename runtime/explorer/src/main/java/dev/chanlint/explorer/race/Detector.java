package dev.chanlint.explorer.race;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The races of one execution, by FastTrack. */
public final class Detector {

  private static final AtomicLong EXECUTIONS = new AtomicLong();

  private final Execution execution;
  private final long number = EXECUTIONS.incrementAndGet();
  private final Map<Object, Shadow[]> elements = new IdentityHashMap<>();
  private final Map<Object, Shadow> collections = new IdentityHashMap<>();
  private final Set<Long> reported = new HashSet<>();

  Detector(Execution execution) {
    this.execution = execution;
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

  /** A number that no other execution in this JVM has. */
  public long number() {
    return number;
  }

  void read(Shadow shadow, Goroutine goroutine, int site) {
    shadow.enter(number);
    int self = goroutine.id();
    VectorClock clock = goroutine.clock();
    int now = clock.get(self);
    if (shadow.reader == self && shadow.readTick == now && shadow.reads == null) {
      return;
    }
    if (shadow.writer != 0
        && shadow.writer != self
        && !clock.covers(shadow.writer, shadow.writeTick)) {
      race(shadow.writer, "write", shadow.writeSite, goroutine, "read", site);
    }
    if (shadow.reads != null) {
      shadow.reads.put(self, now, site);
    } else if (shadow.reader == 0
        || shadow.reader == self
        || clock.covers(shadow.reader, shadow.readTick)) {
      shadow.reader = self;
      shadow.readTick = now;
      shadow.readSite = site;
    } else {
      Shadow.Reads reads = new Shadow.Reads();
      reads.put(shadow.reader, shadow.readTick, shadow.readSite);
      reads.put(self, now, site);
      shadow.reads = reads;
    }
  }

  void write(Shadow shadow, Goroutine goroutine, int site) {
    shadow.enter(number);
    int self = goroutine.id();
    VectorClock clock = goroutine.clock();
    int now = clock.get(self);
    if (shadow.writer != 0
        && shadow.writer != self
        && !clock.covers(shadow.writer, shadow.writeTick)) {
      race(shadow.writer, "write", shadow.writeSite, goroutine, "write", site);
    }
    Shadow.Reads reads = shadow.reads;
    if (reads != null) {
      for (int i = 0; i < reads.size; i++) {
        checkRead(reads.goroutines[i], reads.ticks[i], reads.sites[i], goroutine, site);
      }
    } else if (shadow.reader != 0) {
      checkRead(shadow.reader, shadow.readTick, shadow.readSite, goroutine, site);
    }
    shadow.reads = null;
    shadow.reader = 0;
    shadow.writer = self;
    shadow.writeTick = now;
    shadow.writeSite = site;
  }

  private void checkRead(int reader, int tick, int readSite, Goroutine writer, int site) {
    if (reader != writer.id() && !writer.clock().covers(reader, tick)) {
      race(reader, "read", readSite, writer, "write", site);
    }
  }

  private void race(
      int earlier,
      String earlierKind,
      int earlierSite,
      Goroutine later,
      String laterKind,
      int laterSite) {
    long pair = (long) Math.min(earlierSite, laterSite) << 32 | Math.max(earlierSite, laterSite);
    if (!reported.add(pair)) {
      return;
    }
    Sites.race(earlierSite, laterSite);
    Sites.Access first = Sites.at(earlierSite);
    Sites.Access second = Sites.at(laterSite);
    execution.report(
        Fault.RACE,
        "data race on %s: %s by goroutine %d at %s, %s by %s at %s, in no order"
            .formatted(
                second.accessed(),
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

  /** What is done to {@code view} from now on is done to what {@code parent} stands for. */
  void derive(Object view, Object parent) {
    collections.putIfAbsent(view, collection(parent));
  }
}

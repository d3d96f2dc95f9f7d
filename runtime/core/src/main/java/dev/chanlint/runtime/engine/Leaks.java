package dev.chanlint.runtime.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines that are blocked for good because nothing alive can reach what they wait for, found as
 * Go 1.26 finds them: by what a garbage collector would mark if the stacks of blocked goroutines
 * were no roots, but were marked as soon as their goroutine is met. "Unveiling and Vanquishing
 * Goroutine Leaks in Enterprise Microservices: A Dynamic Analysis Approach" (Saioc et al., CGO
 * 2024) and "Dynamic Partial Deadlock Detection and Recovery via Garbage Collection" (ASPLOS 2025)
 * are about it.
 *
 * <p>The JVM's collector cannot be asked that, but its heap dump has all that is needed. A suspect
 * is a goroutine that was in the same wait before the dump and after. The walk starts from all
 * other stacks and all static fields. Whoever may wake a suspect reaches it through the queue of
 * what it waits for, where its wait refers to its thread, or has the thread itself, to interrupt
 * it; only then its stack is walked. Not followed are the lists in which this runtime and the JDK
 * keep all goroutines. Weak and soft references are followed like any: who has one may still use
 * it.
 */
final class Leaks {

  private static final String THREAD_ID = "java.lang.Thread.tid";

  /** Fields that lead to goroutines' threads, but by which nobody can wake them. */
  private static final Set<String> NOT_FOLLOWED =
      Set.of(
          "dev.chanlint.runtime.engine.Goroutine.thread",
          "dev.chanlint.runtime.engine.Goroutine.wait",
          "dev.chanlint.runtime.engine.Leaks.suspects",
          "dev.chanlint.runtime.engine.Wait.GIVEN_UP",
          "jdk.internal.vm.ThreadContainers$RootContainer$TrackingRootContainer.VTHREADS");

  /** Each suspect and the wait that it was in before the dump, by the id of its thread. */
  private final Map<Long, Suspect> suspects = new HashMap<>();

  private record Suspect(Goroutine goroutine, Object blockedIn) {}

  private Leaks() {
    for (Goroutine g : Program.everyGoroutine()) {
      Object wait = Wait.untilFired(g.thread);
      if (wait != null) {
        suspects.put(g.thread.threadId(), new Suspect(g, wait));
      }
    }
  }

  /** Describes the goroutines that have leaked, as a dump; nothing if there are none. */
  static String find() {
    if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
      throw new UnsupportedOperationException("without the module jdk.management: no heap dump");
    }
    try {
      return new Leaks().describe();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String describe() throws IOException {
    try (DumpFile file = DumpFile.named("heap.hprof")) {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(file.path().toString(), true);
      return describeIn(file.path());
    }
  }

  private String describeIn(Path file) throws IOException {
    suspects.values().removeIf(s -> !s.blockedIn.equals(Wait.untilFired(s.goroutine.thread)));
    try (HeapDump dump = HeapDump.open(file, NOT_FOLLOWED)) {
      new Walk(dump).run();
    }
    List<Goroutine> leaked =
        suspects.values().stream()
            .map(Suspect::goroutine)
            .sorted((a, b) -> Long.compare(a.id, b.id))
            .toList();
    return Report.dump(leaked);
  }

  /** A walk over a dump; what it meets is no suspect any more. */
  private final class Walk {
    private final HeapDump dump;
    private final List<Long> met = new ArrayList<>();

    /** What the stack of each suspect holds, by the id of its thread. */
    private final Map<Long, List<Long>> stacks = new HashMap<>();

    Walk(HeapDump dump) {
      this.dump = dump;
    }

    void run() throws IOException {
      met.addAll(dump.roots());
      sortStacks();
      if (!stacks.keySet().containsAll(suspects.keySet())) {
        throw new UnsupportedOperationException(
            "this JDK's heap dumps leave out the stacks of virtual threads; use a newer one");
      }
      while (!met.isEmpty()) {
        long place = dump.objects().mark(met.removeLast());
        if (place != IdMap.ABSENT) {
          follow(place);
        }
      }
    }

    /** Parts what the suspects' stacks hold from what others' do. */
    private void sortStacks() throws IOException {
      Map<Integer, Long> suspectsBySerial = new HashMap<>();
      for (Map.Entry<Integer, Long> thread : dump.threads().entrySet()) {
        long id = threadId(instance(thread.getValue()));
        if (suspects.containsKey(id)) {
          suspectsBySerial.put(thread.getKey(), id);
        } else {
          met.add(thread.getValue());
        }
      }
      for (HeapDump.StackRoot root : dump.stackRoots()) {
        Long suspect = suspectsBySerial.get(root.thread());
        if (suspect == null) {
          met.add(root.object());
        } else {
          stacks.computeIfAbsent(suspect, k -> new ArrayList<>()).add(root.object());
        }
      }
    }

    /** The id of the thread that an object is; 0 if it is none. */
    private long threadId(HeapDump.@Nullable Instance object) {
      return object != null && object.has(THREAD_ID) ? object.number(THREAD_ID) : 0;
    }

    private HeapDump.@Nullable Instance instance(long id) throws IOException {
      long place = dump.objects().placeOf(id);
      return place == IdMap.ABSENT ? null : dump.instanceAt(place);
    }

    private void follow(long place) throws IOException {
      HeapDump.Instance object = dump.instanceAt(place);
      if (object == null) {
        dump.visitElements(place, met::add);
      } else {
        object.visitReferences(met::add);
        clear(threadId(object));
      }
    }

    /**
     * If a thread that was met is a suspect's, it can be woken: its stack is like one that runs.
     */
    private void clear(long thread) {
      if (suspects.remove(thread) != null) {
        met.addAll(stacks.getOrDefault(thread, List.of()));
      }
    }
  }
}

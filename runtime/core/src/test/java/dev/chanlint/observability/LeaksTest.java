package dev.chanlint.observability;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.Time;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which blocked goroutines are told to have leaked. One heap dump answers for all cases. */
@Timeout(120)
final class LeaksTest {

  private static final Chan<Integer> GLOBAL = Chan.make();
  private static final List<List<SendChan<Integer>>> DEEP = List.of(new ArrayList<>());
  private static final AtomicReference<Thread> INTERRUPTIBLE = new AtomicReference<>();
  private static final AtomicReference<WeakReference<Chan<Integer>>> WEAK = new AtomicReference<>();
  private static final AtomicReference<Class<?>> CLASS = new AtomicReference<>();
  private static final CountDownLatch END = new CountDownLatch(1);
  private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

  private static final Map<String, Task> LEAKED =
      Map.of(
          "early return", LeaksTest::returnsEarly,
          "ring", LeaksTest::ring,
          "nil channel", () -> Go.go("nil channel", () -> Chan.nil().receive()),
          "no cases", () -> Go.go("no cases", () -> Select.select()),
          "mutex", () -> Go.go("mutex", LeaksTest::locksTwice),
          "read lock", () -> Go.go("read lock", LeaksTest::locksForBoth),
          "wait group", () -> Go.go("wait group", LeaksTest::awaitsNobody),
          "condition", () -> Go.go("condition", LeaksTest::awaitsNoSignal),
          "select", () -> Go.go("select", LeaksTest::selectsOfOwn));

  private static final Map<String, Task> REACHABLE =
      Map.ofEntries(
          Map.entry("static field", () -> Go.go("static field", () -> GLOBAL.send(1))),
          Map.entry("collection", LeaksTest::inCollection),
          Map.entry("local of a live goroutine", LeaksTest::heldByGoroutine),
          Map.entry("local of a live thread", LeaksTest::heldByThread),
          Map.entry("task of a pool", LeaksTest::heldByTask),
          Map.entry("through one that can be woken", LeaksTest::heldByWakeable),
          Map.entry("select with a static field", LeaksTest::selectsOfGlobal),
          Map.entry("interruptible", LeaksTest::interruptible),
          Map.entry("weakly reachable", LeaksTest::weaklyReachable),
          Map.entry("timer", () -> Go.go("timer", () -> Time.after(Duration.ofHours(1)).receive())),
          Map.entry("class loader", LeaksTest::heldByClassLoader));

  private static String leaks = "";

  private static void returnsEarly() {
    Chan<Integer> result = Chan.make();
    Go.go("early return", () -> result.send(1));
  }

  /** Three goroutines that only refer to one another. */
  private static void ring() {
    List<Chan<Integer>> chans = List.of(Chan.make(), Chan.make(), Chan.make());
    for (int i = 0; i < 3; i++) {
      ReceiveChan<Integer> from = chans.get(i);
      SendChan<Integer> to = chans.get((i + 1) % 3);
      Go.go(
          i == 0 ? "ring" : "ring " + i,
          () -> {
            from.receive();
            to.send(1);
          });
    }
  }

  private static void locksTwice() {
    Mutex mutex = new Mutex();
    mutex.lock();
    mutex.lock();
  }

  private static void locksForBoth() {
    RWMutex lock = new RWMutex();
    lock.lock();
    lock.rLock();
  }

  private static void awaitsNobody() {
    WaitGroup group = new WaitGroup();
    group.add(1);
    group.await();
  }

  private static void awaitsNoSignal() {
    Mutex mutex = new Mutex();
    mutex.lock();
    new Cond(mutex).await();
  }

  /** A class leads to its loader, which has a channel. */
  private static final class Loader extends ClassLoader {
    final Chan<Integer> channel = Chan.make();

    Class<?> define(Class<?> type) throws IOException {
      String file = type.getSimpleName() + ".class";
      try (InputStream in = requireNonNull(type.getResourceAsStream(file))) {
        byte[] bytes = in.readAllBytes();
        return defineClass(type.getName(), bytes, 0, bytes.length);
      }
    }
  }

  private static void heldByClassLoader() throws IOException {
    Loader loader = new Loader();
    CLASS.set(loader.define(Programs.class));
    Chan<Integer> channel = loader.channel;
    Go.go("class loader", () -> channel.send(1));
  }

  private static void selectsOfOwn() {
    Select.select(Select.onReceive(Chan.make()), Select.onSend(Chan.make(), 1));
  }

  private static void selectsOfGlobal() {
    Go.go(
        "select with a static field",
        () -> Select.select(Select.onReceive(Chan.make()), Select.onSend(GLOBAL, 1)));
  }

  private static void inCollection() {
    Chan<Integer> ch = Chan.make();
    DEEP.getFirst().add(ch);
    Go.go("collection", () -> ch.receive());
  }

  private static void heldByGoroutine() {
    Chan<Integer> ch = Chan.make();
    Go.go("local of a live goroutine", () -> ch.receive());
    Go.go(() -> holdUntilTheEnd(ch));
  }

  private static void heldByThread() {
    Chan<Integer> ch = Chan.make();
    Go.go("local of a live thread", () -> ch.receive());
    Thread.startVirtualThread(() -> holdUntilTheEnd(ch));
  }

  private static void heldByTask() {
    Chan<Integer> ch = Chan.make();
    Go.go("task of a pool", () -> ch.receive());
    POOL.execute(LeaksTest::awaitEnd);
    POOL.execute(() -> ch.close());
  }

  private static void heldByWakeable() {
    Chan<Integer> ch = Chan.make();
    Go.go("through one that can be woken", () -> ch.receive());
    Go.go(
        () -> {
          GLOBAL.send(1);
          ch.close();
        });
  }

  private static void interruptible() {
    Go.go(
        "interruptible",
        () -> {
          INTERRUPTIBLE.set(Thread.currentThread());
          Chan.make().receive();
        });
  }

  private static void weaklyReachable() {
    Chan<Integer> ch = Chan.make();
    WEAK.set(new WeakReference<>(ch));
    Go.go("weakly reachable", () -> ch.receive());
  }

  private static void holdUntilTheEnd(Chan<Integer> ch) {
    awaitEnd();
    ch.close();
  }

  private static void awaitEnd() {
    try {
      END.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void findLeaks() throws Exception {
    for (Task start : LEAKED.values()) {
      start.run();
    }
    for (Task start : REACHABLE.values()) {
      start.run();
    }
    Stream.concat(LEAKED.keySet().stream(), REACHABLE.keySet().stream())
        .forEach(LeaksTest::awaitBlocked);
    leaks = Go.leaks();
  }

  /** Waits until a goroutine is blocked, for which its state is followed by the time. */
  private static void awaitBlocked(String name) {
    while (!Go.dump().contains("\"" + name + "\" [") || isRunning(name)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isRunning(String name) {
    return Go.dump().lines().anyMatch(line -> line.contains("\"" + name + "\" [run"));
  }

  @AfterAll
  static void end() {
    END.countDown();
    POOL.shutdown();
  }

  static Stream<String> tellsOfOnesThatHaveLeaked() {
    return Stream.concat(LEAKED.keySet().stream(), Stream.of("ring 1", "ring 2"));
  }

  @ParameterizedTest
  @MethodSource
  void tellsOfOnesThatHaveLeaked(String name) {
    assertThat(leaks).containsPattern("goroutine \\d+ \"" + name + "\" \\[[^\\]]+]:\n\tat ");
  }

  static Stream<String> keepsStillAboutOnesThatCanBeReached() {
    return REACHABLE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource
  void keepsStillAboutOnesThatCanBeReached(String name) {
    assertThat(leaks).doesNotContain("\"" + name + "\"");
  }
}

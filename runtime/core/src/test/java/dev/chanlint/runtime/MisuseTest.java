package dev.chanlint.runtime;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.runtime.engine.Engine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong use fails in Go's words, and neither a value nor a goroutine is lost by it. */
@Timeout(60)
final class MisuseTest {

  /** A call that must fail. */
  record Mistake(String name, Class<? extends Exception> failure, String message, Task call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Mistake closed(String name, String message, Task call) {
    return new Mistake(name, ChannelClosedException.class, message, call);
  }

  private static Mistake unlocked(String name, String message, Task call) {
    return new Mistake(name, IllegalMonitorStateException.class, message, call);
  }

  private static Mistake state(String name, String message, Task call) {
    return new Mistake(name, IllegalStateException.class, message, call);
  }

  private static Mistake argument(String name, String message, Task call) {
    return new Mistake(name, IllegalArgumentException.class, message, call);
  }

  static Stream<Mistake> mistakes() {
    Chan<Integer> closed = Chan.make(1);
    closed.close();
    RWMutex read = new RWMutex();
    read.rLock();
    RWMutex written = new RWMutex();
    written.lock();
    Mutex mutex = new Mutex();
    RWMutex free = new RWMutex();
    GoPool pool = new GoPool(1);
    pool.close();
    String noWriter = "sync: Unlock of unlocked RWMutex";
    String noReader = "sync: RUnlock of unlocked RWMutex";
    return Stream.of(
        closed("send", "send on closed channel", () -> closed.send(1)),
        closed("trySend", "send on closed channel", () -> closed.trySend(1)),
        closed("select", "send on closed channel", () -> select(onSend(closed, 1), onDefault())),
        closed("close twice", "close of closed channel", closed::close),
        closed("close nil", "close of nil channel", () -> Chan.nil().close()),
        argument("capacity", "negative channel capacity: -1", () -> Chan.make(-1)),
        argument(
            "two defaults", "multiple defaults in select", () -> select(onDefault(), onDefault())),
        unlocked("mutex", "sync: unlock of unlocked mutex", mutex::unlock),
        unlocked("writer", noWriter, free::unlock),
        unlocked("writer among readers", noWriter, read::unlock),
        unlocked("writer's view", noWriter, free.writeLock()::unlock),
        unlocked("reader", noReader, free::rUnlock),
        unlocked("reader under a writer", noReader, written::rUnlock),
        unlocked("reader's view", noReader, free.readLock()::unlock),
        unlocked(
            "wait without the lock",
            "sync: unlock of unlocked mutex",
            () -> new Cond(new Mutex()).await()),
        state("done at zero", "sync: negative WaitGroup counter", () -> new WaitGroup().done()),
        state("add below zero", "sync: negative WaitGroup counter", () -> new WaitGroup().add(-2)),
        state("pool", "submit to a closed GoPool", () -> pool.submit(() -> {})),
        argument("pool size", "pool size below 1: 0", () -> new GoPool(0)),
        argument(
            "ticker", "non-positive interval for Ticker: PT0S", () -> new Ticker(Duration.ZERO)));
  }

  @ParameterizedTest
  @MethodSource
  void mistakes(Mistake mistake) {
    for (int i = 0; i < 2; i++) { // the first leaves nothing behind that changes the second
      assertThatThrownBy(mistake.call::run)
          .isExactlyInstanceOf(mistake.failure)
          .hasMessage(mistake.message);
    }
  }

  private static Mistake none(String name, Task call) {
    return new Mistake(name, NullPointerException.class, "", call);
  }

  static Stream<Mistake> nulls() {
    Chan<Integer> ch = Chan.make(1);
    Context background = Context.background();
    Duration second = Duration.ofSeconds(1);
    return Stream.of(
        none("go", () -> Go.go(nothing())),
        none("go with a name", () -> Go.go("name", nothing())),
        none("go without a name", () -> Go.go(nothing(), () -> {})),
        none("run", () -> Go.run(nothing())),
        none("sleep", () -> Go.sleep(nothing())),
        none("send", () -> ch.send(nothing())),
        none("trySend", () -> ch.trySend(nothing())),
        none("send to nil", () -> Chan.<Integer>nil().send(nothing())),
        none("trySend to nil", () -> Chan.<Integer>nil().trySend(nothing())),
        none("select", () -> Select.<Object>select(MisuseTest.<Select.Case<Object>>nothing())),
        none("onReceive", () -> onReceive(MisuseTest.<Chan<Integer>>nothing())),
        none("onReceive's run", () -> onReceive(ch, MisuseTest.<Runnable>nothing())),
        none("onReceive's take", () -> onReceive(ch, MisuseTest.<Consumer<Integer>>nothing())),
        none(
            "onReceive's ok",
            () -> onReceive(ch, MisuseTest.<Select.OkConsumer<Integer>>nothing())),
        none("onSend's channel", () -> onSend(MisuseTest.<Chan<Integer>>nothing(), 1)),
        none("onSend's value", () -> onSend(ch, nothing())),
        none("onSend's body", () -> onSend(ch, 1, nothing())),
        none("onTimeout", () -> onTimeout(nothing())),
        none("onTimeout's body", () -> onTimeout(second, nothing())),
        none("onDefault's body", () -> onDefault(nothing())),
        none("map", () -> onReceive(ch).map(nothing())),
        none("then", () -> onDefault().then(nothing())),
        none("WaitGroup.go", () -> new WaitGroup().go(nothing())),
        none("Once.run", () -> new Once().run(nothing())),
        none("Cond", () -> new Cond(nothing())),
        none("ErrGroup", () -> new ErrGroup(nothing())),
        none("ErrGroup.go", () -> new ErrGroup().go(nothing())),
        none("ErrGroup.tryGo", () -> new ErrGroup().tryGo(nothing())),
        none("GoPool.submit", () -> new GoPool(1).submit(nothing())),
        none("withCancel", () -> Context.withCancel(nothing())),
        none("withTimeout's parent", () -> Context.withTimeout(nothing(), second)),
        none("withTimeout", () -> Context.withTimeout(background, nothing())),
        none("withDeadline", () -> Context.withDeadline(background, nothing())),
        none("withValue's key", () -> Context.withValue(background, nothing(), 1)),
        none("withValue's value", () -> Context.withValue(background, "key", nothing())),
        none("after", () -> Time.after(nothing())),
        none("tick", () -> Time.tick(nothing())),
        none("afterFunc", () -> Time.afterFunc(nothing(), () -> {})),
        none("afterFunc's body", () -> Time.afterFunc(second, nothing())),
        none("Timer", () -> new Timer(nothing())),
        none("Ticker", () -> new Ticker(nothing())));
  }

  @ParameterizedTest
  @MethodSource
  void nulls(Mistake mistake) {
    int before = Go.numGoroutine();
    assertThatThrownBy(mistake.call::run).isExactlyInstanceOf(NullPointerException.class);
    assertThat(Go.numGoroutine()).isEqualTo(before);
  }

  @SuppressWarnings({
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // to pass a null where none may be
  private static <T> T nothing() {
    return null;
  }

  @Test
  void aSendThatFailsLeavesWhoWaitsToReceive() {
    Go.run(
        () -> {
          Chan<Integer> ch = Chan.make();
          Chan<Integer> got = Chan.make(1);
          Go.go("receiver", () -> got.send(ch.receiveOr(-1)));
          awaitBlocked("receiver", "chan receive");
          assertThatThrownBy(() -> ch.send(nothing())).isInstanceOf(NullPointerException.class);
          assertThatThrownBy(() -> ch.trySend(nothing())).isInstanceOf(NullPointerException.class);
          ch.send(5);
          assertThat(got.receive()).isEqualTo(5);
        });
  }

  @Test
  void whatFailsOnAClosedChannelLosesNothingOfItsBuffer() {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    ch.send(2);
    ch.close();
    assertThatThrownBy(() -> ch.send(3)).isInstanceOf(ChannelClosedException.class);
    assertThatThrownBy(() -> select(onSend(ch, 3))).isInstanceOf(ChannelClosedException.class);
    assertThatThrownBy(ch::close).isInstanceOf(ChannelClosedException.class);
    assertThat(ch).containsExactly(1, 2);
  }

  @Test
  void aSelectThatIsRefusedTakesNothing() {
    Chan<Integer> ch = Chan.make(1);
    ch.send(1);
    assertThatThrownBy(() -> select(onReceive(ch), onDefault(), onDefault()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Select.<Integer>select(onReceive(ch), MisuseTest.<Select.Case<Integer>>nothing()))
        .isInstanceOf(NullPointerException.class);
    assertThat(ch.tryReceive()).isEqualTo(new Received<>(1, true));
  }

  @Test
  void aBodyThatThrowsDoesSoInTheCallerAfterTheCommunication() {
    Chan<Integer> ch = Chan.make(1);
    ch.send(1);
    assertThatThrownBy(
            () ->
                select(
                    onReceive(
                        ch,
                        () -> {
                          throw new IllegalStateException("body");
                        })))
        .hasMessage("body");
    assertThat(ch.len()).isZero();
  }

  @Test
  void anUnlockThatFailsLeavesTheLockAndWhoWaitsForIt() {
    Go.run(
        () -> {
          RWMutex rw = new RWMutex();
          WaitGroup writer = new WaitGroup();
          rw.rLock();
          writer.add(1);
          Go.go(
              "writer",
              () -> {
                rw.lock();
                rw.unlock();
                writer.done();
              });
          awaitBlocked("writer", "sync.RWMutex.Lock");
          assertThatThrownBy(rw::unlock).isInstanceOf(IllegalMonitorStateException.class);
          rw.rUnlock();
          writer.await();
          assertThat(rw.tryLock()).isTrue();
        });
  }

  @Test
  void aCountThatWouldFallBelowZeroStaysAndWakesNobody() {
    Go.run(
        () -> {
          WaitGroup group = new WaitGroup();
          Chan<Unit> passed = Chan.make(1);
          group.add(1);
          Go.go(
              "waiter",
              () -> {
                group.await();
                passed.send(Unit.UNIT);
              });
          awaitBlocked("waiter", "sync.WaitGroup.Wait");
          assertThatThrownBy(() -> group.add(-2)).isInstanceOf(IllegalStateException.class);
          assertThat(passed.len()).isZero();
          group.done();
          passed.receive();
        });
  }

  /**
   * How soon who was let through returns is up to the scheduler, so this tries until it is late.
   */
  @Test
  void anAddWhileAnAwaitIsAboutToReturnIsDetected() {
    Go.run(
        () -> {
          String failure = "";
          while (failure.isEmpty()) {
            failure = addWhileAnAwaitReturns();
          }
          assertThat(failure)
              .isEqualTo("sync: WaitGroup misuse: Add called concurrently with Wait");
        });
  }

  private static String addWhileAnAwaitReturns() {
    WaitGroup group = new WaitGroup();
    Chan<Unit> returned = Chan.make(1);
    group.add(1);
    Go.go(
        "waiter",
        () -> {
          group.await();
          returned.send(Unit.UNIT);
        });
    awaitBlocked("waiter", "sync.WaitGroup.Wait");
    group.done();
    try {
      group.add(1);
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    } finally {
      returned.receive();
    }
  }

  @Test
  void aWaitThatFailsTakesNoSignal() {
    Go.run(
        () -> {
          Mutex mutex = new Mutex();
          Cond cond = new Cond(mutex);
          Chan<Unit> woken = Chan.make(1);
          assertThatThrownBy(cond::await).isInstanceOf(IllegalMonitorStateException.class);
          Go.go(
              "waiter",
              () -> {
                mutex.lock();
                cond.await();
                mutex.unlock();
                woken.send(Unit.UNIT);
              });
          awaitBlocked("waiter", "sync.Cond.Wait");
          cond.signal();
          woken.receive();
        });
  }

  @Test
  void aTaskThatThrowsIsDoneAndFreesItsPlace() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(1);
    group.go(
        () -> {
          throw new IOException("first");
        });
    group.go(() -> {});
    assertThatThrownBy(group::await).hasMessage("first");

    AtomicInteger deaths = new AtomicInteger();
    WaitGroup all = new WaitGroup();
    try (GoPool pool = new GoPool(1)) {
      for (int i = 0; i < 2; i++) {
        pool.submit(() -> dieQuietly(deaths));
      }
      all.go(() -> dieQuietly(deaths));
    }
    all.await();
    assertThat(deaths).hasValue(3);
  }

  private static void dieQuietly(AtomicInteger deaths) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
    deaths.incrementAndGet();
    throw new IllegalStateException("on purpose");
  }

  @Test
  void aGoroutineThatThrowsLeavesTheOthersTheirValues() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    CountDownLatch dead = new CountDownLatch(1);
    int before = Go.numGoroutine();
    Go.go(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> dead.countDown());
          Go.go(() -> ch.send(1));
          throw new IllegalStateException("on purpose");
        });
    dead.await();
    assertThat(ch.receive()).isEqualTo(1);
    while (Go.numGoroutine() > before) {
      Go.gosched();
    }
  }

  @Test
  void theLongestTimesAreTimesAndNotForEver() {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    assertThat(Nanos.of(forever)).isLessThan(Engine.NO_TIMEOUT);
    assertThat(Nanos.of(forever.negated())).isNegative();
    try (CancelContext longest = Context.withTimeout(Context.background(), forever)) {
      assertThat(longest.deadline()).isEqualTo(Instant.MAX);
      assertThat(longest.err()).isNull();
    }
    assertThat(Context.withTimeout(Context.background(), forever.negated()).err())
        .hasMessage("context deadline exceeded");
    int chosen = select(onReceive(Chan.<Integer>nil()), onTimeout(forever.negated()).as(7));
    assertThat(chosen).isEqualTo(7);
  }

  /** Waits until a goroutine is blocked in a state. */
  private static void awaitBlocked(String name, String state) {
    while (!Go.dump().contains('"' + name + "\" [" + state)) {
      Go.gosched();
    }
  }
}

package dev.chanlint.runtime.engine;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which threads are remembered. */
@Timeout(60)
final class ForeignThreadsTest {

  /** A call by which a thread shows that it may wake a goroutine later. */
  static Stream<Named<Runnable>> uses() {
    Mutex locked = new Mutex();
    locked.lock();
    RWMutex writing = new RWMutex();
    writing.lock();
    RWMutex reading = new RWMutex();
    reading.rLock();
    Chan<Integer> full = Chan.make(1);
    full.send(1);
    return Stream.of(
        Named.of("send", () -> Chan.make(1).send(1)),
        Named.of("trySend", () -> Chan.make(1).trySend(1)),
        Named.of("receive", full::receive),
        Named.of("tryReceive", () -> Chan.make(1).tryReceive()),
        Named.of("close", () -> Chan.make(1).close()),
        Named.of("select", () -> select(onSend(Chan.<Integer>make(1), 1))),
        Named.of("select of two", () -> select(onSend(Chan.make(1), 1), onReceive(Chan.make(1)))),
        Named.of("select with a default", () -> select(onReceive(Chan.make(1)), onDefault())),
        Named.of("Mutex.lock", () -> new Mutex().lock()),
        Named.of("Mutex.tryLock", () -> new Mutex().tryLock()),
        Named.of("Mutex.unlock", locked::unlock),
        Named.of("RWMutex.lock", () -> new RWMutex().lock()),
        Named.of("RWMutex.tryLock", () -> new RWMutex().tryLock()),
        Named.of("RWMutex.unlock", writing::unlock),
        Named.of("RWMutex.rLock", () -> new RWMutex().rLock()),
        Named.of("RWMutex.tryRLock", () -> new RWMutex().tryRLock()),
        Named.of("RWMutex.rUnlock", reading::rUnlock),
        Named.of("WaitGroup.add", () -> new WaitGroup().add(1)),
        Named.of("WaitGroup.await", () -> new WaitGroup().await()),
        Named.of("Cond.signal", () -> new Cond(new Mutex()).signal()),
        Named.of("Cond.broadcast", () -> new Cond(new Mutex()).broadcast()));
  }

  @ParameterizedTest
  @MethodSource
  void uses(Runnable use) throws InterruptedException {
    CountDownLatch used = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Thread user =
        Thread.startVirtualThread(
            () -> {
              use.run();
              used.countDown();
              awaitQuietly(seen);
            });
    used.await();
    assertThat(ForeignThreads.known()).contains(user);
    seen.countDown();
    user.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server that uses channels in a thread for each request must not keep all of these. */
  @Test
  void threadsThatHaveEndedAreForgottenThoughNothingLooksAtThem() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    for (int i = 0; i < 2_000; i++) {
      Thread.startVirtualThread(ch::tryReceive).join();
    }
    assertThat(ForeignThreads.noted()).isLessThan(1_000);
  }
}

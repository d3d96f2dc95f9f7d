package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Short programs that wake, hand over, start and end goroutines at about the time at which the
 * watch looks, which is often at first. None is ever in deadlock.
 */
@Timeout(1_200)
final class FalseAlarmTest {

  /** How often each program is run. */
  private static final int RUNS =
      System.getProperty("chanlint.test.effort", "sample").equals("full") ? 5_000 : 25;

  static Stream<Named<Task>> neverInDeadlock() {
    return Stream.of(
        Named.of("hands over in a ring", FalseAlarmTest::ring),
        Named.of("each goroutine starts the next and ends", FalseAlarmTest::chain),
        Named.of("errgroup with a limit", FalseAlarmTest::group),
        Named.of("pool", FalseAlarmTest::pool),
        Named.of("context with a timeout", FalseAlarmTest::timeout),
        Named.of("context cancelled by a timer", FalseAlarmTest::cancelledByTimer),
        Named.of("condition", FalseAlarmTest::condition),
        Named.of("readers and writers", FalseAlarmTest::readersAndWriters),
        Named.of("ticker", FalseAlarmTest::ticker),
        Named.of("a run within a run", FalseAlarmTest::nested),
        Named.of("a platform thread", FalseAlarmTest::platformThread),
        Named.of("a virtual thread", FalseAlarmTest::virtualThread),
        Named.of("virtual threads that come and go", FalseAlarmTest::virtualThreads));
  }

  @ParameterizedTest
  @MethodSource
  void neverInDeadlock(Task program) {
    for (int i = 0; i < RUNS; i++) {
      Go.run(program);
    }
  }

  @ParameterizedTest
  @MethodSource("neverInDeadlock")
  void aPanicAtAnyTimeIsNoDeadlock(Task program) {
    for (int i = 0; i < RUNS; i++) {
      Throwable thrown =
          catchThrowable(
              () ->
                  Go.run(
                      () -> {
                        Go.go(
                            () -> {
                              aMoment();
                              throw new IllegalStateException("died");
                            });
                        program.run();
                        Go.sleep(Duration.ofMinutes(1));
                      }));
      assertThat(thrown).isInstanceOf(GoroutinePanic.class).hasRootCauseMessage("died");
    }
  }

  /**
   * What the other is blocked in is seen by each watch, and its caller goes on in between. This
   * thread waits for it in a way that is known to wake nobody.
   */
  @ParameterizedTest
  @MethodSource("neverInDeadlock")
  void aProgramInDeadlockBesideItIsNoDeadlockOfIt(Task program) {
    AtomicBoolean ended = new AtomicBoolean();
    WaitGroup other = new WaitGroup();
    other.add(1);
    new Thread(() -> runInDeadlockUntil(ended, other)).start();
    try {
      for (int i = 0; i < RUNS; i++) {
        Go.run(program);
      }
    } finally {
      ended.set(true);
      other.await();
    }
  }

  private static void runInDeadlockUntil(AtomicBoolean ended, WaitGroup done) {
    while (!ended.get()) {
      assertThat(catchThrowable(() -> Go.run(() -> Chan.make().receive())))
          .isInstanceOf(DeadlockError.class);
    }
    done.done();
  }

  /** Sleeps until about the time of one of the first looks. */
  private static void aMoment() throws InterruptedException {
    Thread.sleep(0, ThreadLocalRandom.current().nextInt(999_999));
    Thread.sleep(ThreadLocalRandom.current().nextInt(4));
  }

  private static void ring() throws Exception {
    Chan<Integer> first = Chan.make();
    Chan<Integer> in = first;
    for (int i = 0; i < 10; i++) {
      Chan<Integer> from = in;
      Chan<Integer> to = Chan.make();
      Go.go(
          () -> {
            for (int v : from) {
              to.send(v);
            }
            to.close();
          });
      in = to;
    }
    for (int i = 0; i < 100; i++) {
      first.send(i);
      assertThat(in.receive()).isEqualTo(i);
    }
    aMoment();
    first.close();
    assertThat(in.receive()).isNull();
  }

  private static void chain() {
    Chan<Unit> done = Chan.make();
    Chan<Unit> quit = Chan.make();
    for (int i = 0; i < 100; i++) {
      Go.go(quit::receive);
    }
    Go.go(() -> link(5_000, done));
    done.receive();
    quit.close();
  }

  private static void link(int more, Chan<Unit> done) {
    if (more == 0) {
      done.close();
    } else {
      Go.go(() -> link(more - 1, done));
    }
  }

  private static void group() throws Exception {
    ErrGroup group = new ErrGroup();
    group.setLimit(2);
    for (int i = 0; i < 6; i++) {
      group.go(FalseAlarmTest::aMoment);
    }
    group.await();
  }

  private static void pool() {
    try (GoPool pool = new GoPool(3)) {
      for (int i = 0; i < 6; i++) {
        pool.submit(FalseAlarmTest::aMoment);
      }
    }
  }

  private static void timeout() {
    try (CancelContext context = Context.withTimeout(Context.background(), Duration.ofMillis(2))) {
      WaitGroup all = new WaitGroup();
      for (int i = 0; i < 3; i++) {
        all.go(() -> context.done().receive());
      }
      all.await();
    }
  }

  private static void cancelledByTimer() {
    CancelContext context = Context.withCancel(Context.background());
    Time.afterFunc(Duration.ofMillis(2), context::cancel);
    Select.select(
        Select.onReceive(context.done()), Select.onReceive(Time.after(Duration.ofMinutes(1))));
  }

  private static void condition() throws Exception {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    boolean[] ready = {false};
    Go.go(
        () -> {
          aMoment();
          mutex.lock();
          ready[0] = true;
          cond.broadcast();
          mutex.unlock();
        });
    mutex.lock();
    while (!ready[0]) {
      cond.await();
    }
    mutex.unlock();
  }

  private static void readersAndWriters() {
    RWMutex lock = new RWMutex();
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < 4; i++) {
      all.go(
          () -> {
            lock.rLock();
            aMoment();
            lock.rUnlock();
            lock.lock();
            Go.gosched();
            lock.unlock();
          });
    }
    all.await();
  }

  private static void ticker() {
    Ticker ticker = new Ticker(Duration.ofMillis(1));
    for (int i = 0; i < 3; i++) {
      ticker.channel().receive();
    }
    ticker.stop();
  }

  private static void nested() throws Exception {
    Chan<Unit> done = Chan.make();
    Go.go(
        () -> {
          Go.run(FalseAlarmTest::condition);
          done.close();
        });
    done.receive();
  }

  private static void platformThread() {
    Chan<Unit> done = Chan.make();
    new Thread(() -> closeLater(done)).start();
    done.receive();
  }

  private static void virtualThread() {
    Chan<Unit> done = Chan.make();
    Thread.startVirtualThread(() -> closeLater(done));
    done.receive();
  }

  /** The JVM's thread dump must not meet them while they are mounted or unmounted. */
  private static void virtualThreads() {
    for (int i = 0; i < 10; i++) {
      Thread.startVirtualThread(
          () -> {
            for (int j = 0; j < 20; j++) {
              LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(1_000_000));
            }
          });
    }
    virtualThread();
  }

  private static void closeLater(Chan<Unit> done) {
    try {
      aMoment();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done.close();
  }
}

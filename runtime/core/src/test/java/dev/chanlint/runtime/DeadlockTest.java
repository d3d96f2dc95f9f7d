package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which programs are found to be in deadlock, and which are not. */
@Timeout(60)
final class DeadlockTest {

  /** Longer than the watch waits between two looks. */
  private static final int LONG_MILLIS = 200;

  /** Programs whose main goroutine waits long for something that is not in the runtime's hands. */
  static Stream<Named<Task>> wokenFromElsewhere() {
    return Stream.of(
        Named.of("a goroutine in Thread.sleep", wokenBy(ch -> Go.go(then(ch)))),
        Named.of(
            "a goroutine in java.util.concurrent",
            wokenBy(
                ch -> {
                  CountDownLatch latch = new CountDownLatch(1);
                  Go.go(
                      () -> {
                        latch.await();
                        ch.send(1);
                      });
                  Thread timer = new Thread(() -> sleepAnd(latch::countDown));
                  timer.start();
                })),
        Named.of(
            "a goroutine that reads from a socket",
            wokenBy(
                ch ->
                    Go.go(
                        () -> {
                          readFromSlowPeer();
                          ch.send(1);
                        }))),
        Named.of(
            "a platform thread started by the program",
            wokenBy(ch -> new Thread(() -> sleepAnd(() -> ch.send(1))).start())),
        Named.of(
            "a virtual thread that has used a channel",
            wokenBy(
                ch -> {
                  Thread.startVirtualThread(
                      () -> {
                        ch.send(0);
                        sleepAnd(() -> ch.send(1));
                      });
                  while (ch.tryReceive() == null) {
                    Go.gosched();
                  }
                })),
        Named.of(
            "a virtual thread that has used no channel",
            wokenBy(ch -> Thread.startVirtualThread(() -> sleepAnd(() -> ch.send(1))))),
        Named.of(
            "a virtual thread in IO, started by a platform thread that has ended",
            wokenBy(
                ch -> {
                  Thread starter =
                      new Thread(() -> Thread.startVirtualThread(() -> readAnd(() -> ch.send(1))));
                  starter.start();
                  starter.join();
                })),
        Named.of(
            "a task of an executor of virtual threads",
            wokenBy(
                ch ->
                    Executors.newVirtualThreadPerTaskExecutor()
                        .execute(() -> sleepAnd(() -> ch.send(1))))),
        Named.of(
            "a goroutine in synchronized",
            wokenBy(
                ch -> {
                  Object lock = new Object();
                  CountDownLatch held = new CountDownLatch(1);
                  Thread holder =
                      new Thread(
                          () -> {
                            synchronized (lock) {
                              held.countDown();
                              sleepAnd(() -> {});
                            }
                          });
                  holder.start();
                  held.await();
                  Go.go(
                      () -> {
                        synchronized (lock) {
                          ch.send(1);
                        }
                      });
                })));
  }

  /** Prepares what will send to the channel later. */
  private interface Preparation {
    void run(Chan<Integer> ch) throws Exception;
  }

  private static Task wokenBy(Preparation preparation) {
    return () -> {
      Chan<Integer> ch = Chan.make(1);
      preparation.run(ch);
      Integer value = ch.receive();
      assertThat(value).isNotNull();
    };
  }

  private static Task then(Chan<Integer> ch) {
    return () -> {
      Thread.sleep(LONG_MILLIS);
      ch.send(1);
    };
  }

  private static void sleepAnd(Runnable then) {
    try {
      Thread.sleep(LONG_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    then.run();
  }

  private static void readAnd(Runnable then) {
    try {
      readFromSlowPeer();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    then.run();
  }

  private static void readFromSlowPeer() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket peer = server.accept();
        InputStream in = client.getInputStream()) {
      client.setSoTimeout(LONG_MILLIS);
      peer.setTcpNoDelay(true);
      assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @MethodSource
  void wokenFromElsewhere(Task program) {
    Go.run(program);
  }

  @Test
  void aThreadThatWasThereBeforeAndUsesChannelsMayWake() throws Exception {
    Chan<Integer> ch = Chan.make();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      executor
          .submit(
              () -> {
                ch.trySend(0);
              })
          .get();
      executor.execute(() -> sleepAnd(() -> ch.send(1)));
      Go.run(() -> assertThat(ch.receive()).isEqualTo(1));
    }
  }

  @Test
  void virtualThreadsThatHaveEndedWakeNobody() {
    assertThatThrownBy(
            () ->
                Go.run(
                    () -> {
                      Thread reader = Thread.startVirtualThread(() -> readAnd(() -> {}));
                      reader.join();
                      Chan.make().receive();
                    }))
        .isInstanceOf(DeadlockError.class);
  }

  /** The JDK reads from sockets for virtual threads by virtual threads of its own. */
  @Test
  void theThreadsByWhichTheJdkReadsWakeNobody() {
    assertThatThrownBy(
            () ->
                Go.run(
                    () -> {
                      readFromSlowPeer();
                      Chan.make().receive();
                    }))
        .isInstanceOf(DeadlockError.class);
  }

  @Test
  void aThreadOutsideThatHasStartedAGoroutineMayWake() throws Exception {
    Chan<Integer> ch = Chan.make();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      executor.submit(() -> Go.go(() -> {})).get();
      executor.execute(() -> sleepAnd(() -> ch.send(1)));
      Go.run(() -> assertThat(ch.receive()).isEqualTo(1));
    }
  }

  private static final int MANY = 100_000;

  /** Starts many goroutines that receive from a channel, and does one thing more. */
  private static void runMany(Chan<Unit> ch, Task more) {
    Go.run(
        () -> {
          for (int i = 1; i < MANY; i++) {
            Go.go(ch::receive);
          }
          more.run();
        });
  }

  @Test
  void aHundredThousandGoroutinesInDeadlockAreReported() {
    Chan<Unit> ch = Chan.make();
    Throwable error = catchThrowable(() -> runMany(ch, ch::receive));
    assertThat(error).isInstanceOf(DeadlockError.class);
    List<String> headings =
        String.valueOf(error.getMessage()).lines().filter(l -> l.endsWith("]:")).toList();
    assertThat(headings)
        .hasSize(101)
        .startsWith("goroutine 1 [chan receive]:", "goroutine 2 [chan receive]:")
        .endsWith("goroutine 100 [chan receive]:", "goroutines 101-100000 [chan receive]:");
    ch.close();
  }

  /** Of many goroutines all are blocked but one, or one thread, which wakes them. */
  static Stream<Named<Preparation>> oneOfManyMayWake() {
    return Stream.of(
        Named.of("a timer", ch -> Time.afterFunc(Duration.ofMillis(LONG_MILLIS), () -> ch.send(1))),
        Named.of("IO", ch -> Go.go(() -> readAnd(() -> ch.send(1)))),
        Named.of(
            "a thread that has used a channel",
            ch -> {
              ch.len();
              Thread.startVirtualThread(
                  () -> {
                    ch.tryReceive();
                    sleepAnd(() -> ch.send(1));
                  });
            }));
  }

  @ParameterizedTest
  @MethodSource
  void oneOfManyMayWake(Preparation preparation) {
    Chan<Unit> parked = Chan.make();
    runMany(
        parked,
        () -> {
          Chan<Integer> ch = Chan.make(1);
          preparation.run(ch);
          assertThat(ch.receive()).isEqualTo(1);
        });
    parked.close();
  }

  @Test
  void likeGoroutinesAreReportedTogetherAndNoneIsLost() {
    int n = 10_000;
    Throwable error =
        catchThrowable(
            () ->
                Go.run(
                    () -> {
                      Chan<Unit> ch = Chan.make();
                      WaitGroup never = new WaitGroup();
                      never.add(1);
                      for (int i = 2; i < n; i++) {
                        Go.go("receiver", ch::receive);
                        if (i == n / 2) {
                          Go.go("awaiter", never::await);
                        }
                      }
                      ch.receive();
                    }));
    assertThat(error).isInstanceOf(DeadlockError.class);
    assertThat(String.valueOf(error.getMessage()).lines())
        .contains(
            "goroutine 100 \"receiver\" [chan receive]:",
            "goroutines 101-5000, 5002-10000 \"receiver\" [chan receive]:",
            "goroutine 5001 \"awaiter\" [sync.WaitGroup.Wait]:");
  }

  /** A stack of a depth, which is blocked at its end. */
  private static void recurse(int depth) {
    if (depth == 0) {
      Chan.make().receive();
    } else {
      recurse(depth - 1);
    }
  }

  @Test
  void theMiddleOfALongStackIsLeftOut() {
    Throwable error = catchThrowable(() -> Go.run(() -> recurse(499)));
    String report = String.valueOf(error.getMessage());
    assertThat(report.lines().filter(l -> l.startsWith("\tat "))).hasSize(100);
    assertThat(report.lines()).contains("\t...401 frames elided...");
  }

  @Test
  void aRunInsideARunIsItsOwnProgram() {
    Go.run(
        () -> {
          Chan<Integer> ch = Chan.make();
          Go.go(
              () -> {
                assertThatThrownBy(() -> Go.run(() -> Chan.make().receive()))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessageContaining("goroutine 1 [chan receive]:")
                    .message()
                    .doesNotContain("goroutine 2");
                ch.send(1);
              });
          assertThat(ch.receive()).isEqualTo(1);
        });
  }

  /**
   * Each watch sees the threads that watch over the others. The one that waits for them all may
   * have used a channel before, so it waits in a way that is known to wake nobody.
   */
  @Test
  void programsInDeadlockAtOnceAreAllReported() {
    int n = 50;
    WaitGroup reported = new WaitGroup();
    reported.add(n);
    for (int i = 0; i < n; i++) {
      new Thread(
              () -> {
                assertThatThrownBy(() -> Go.run(DeadlockTest::inDeadlock))
                    .isInstanceOf(DeadlockError.class);
                reported.done();
              })
          .start();
    }
    reported.await();
  }

  @Test
  void runsInsideARunThatAreInDeadlockAtOnceAreAllReported() {
    Go.run(
        () -> {
          WaitGroup both = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            both.go(
                () ->
                    assertThatThrownBy(() -> Go.run(DeadlockTest::inDeadlock))
                        .isInstanceOf(DeadlockError.class));
          }
          both.await();
        });
  }

  private static void inDeadlock() {
    Chan<Unit> never = Chan.make();
    Go.go(never::receive);
    never.receive();
  }

  @Test
  void shortProgramsThatEndAreNeverInDeadlock() {
    for (int i = 0; i < 500; i++) {
      int value = i;
      Go.run(
          () -> {
            Chan<Integer> ch = Chan.make();
            Go.go(
                () -> {
                  Thread.sleep(1 + value % 4);
                  ch.send(value);
                });
            assertThat(ch.receive()).isEqualTo(value);
          });
    }
  }
}

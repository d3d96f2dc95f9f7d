package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The texts of deadlocks, panics and dumps. */
final class ReportTest {

  /** A text without line numbers and the compiler's numbers of lambdas. */
  private static String normalized(Throwable e) {
    return String.valueOf(e.getMessage())
        .replaceAll("\\.java:[1-9]\\d*\\)", ".java:#)")
        .replaceAll("lambda\\$(\\w+)\\$\\d+", "lambda");
  }

  private static void sendTo(SendChan<Integer> ch) {
    ch.send(1);
  }

  @Test
  void deadlockIsReportedAsGoDoes() {
    Throwable error =
        catchThrowable(
            () ->
                Go.run(
                    () -> {
                      Mutex mutex = new Mutex();
                      mutex.lock();
                      Go.go("locker", () -> mutex.lock());
                      sendTo(Chan.make());
                    }));
    assertThat(error).isInstanceOf(DeadlockError.class).hasNoCause();
    assertThat(normalized(error))
        .isEqualTo(
            """
            fatal error: all goroutines are asleep - deadlock!

            goroutine 1 [chan send]:
            \tat dev.chanlint.runtime.ReportTest.sendTo(ReportTest.java:#)
            \tat dev.chanlint.runtime.ReportTest.lambda(ReportTest.java:#)

            goroutine 2 "locker" [sync.Mutex.Lock]:
            \tat dev.chanlint.runtime.Mutex.acquire(Mutex.java:#)
            \tat dev.chanlint.runtime.Mutex.lock(Mutex.java:#)
            \tat dev.chanlint.runtime.ReportTest.lambda(ReportTest.java:#)
            """);
  }

  @Test
  void runtimesOwnPanicIsReportedByItsMessage() {
    Throwable panic =
        catchThrowable(
            () ->
                Go.run(
                    () -> {
                      Chan<Integer> ch = Chan.make();
                      ch.close();
                      Go.go(() -> sendTo(ch));
                      Chan.<Integer>make().receive();
                    }));
    assertThat(panic)
        .isInstanceOf(GoroutinePanic.class)
        .hasCauseInstanceOf(ChannelClosedException.class);
    assertThat(normalized(panic))
        .isEqualTo(
            """
            panic: send on closed channel

            goroutine 2 [running]:
            \tat dev.chanlint.runtime.ReportTest.sendTo(ReportTest.java:#)
            \tat dev.chanlint.runtime.ReportTest.lambda(ReportTest.java:#)
            """);
  }

  @Test
  void panicIsReportedWithItsTypeAndItsCauses() {
    IOException cause = new IOException("disk full");
    Throwable panic =
        catchThrowable(
            () ->
                Go.run(
                    () -> {
                      throw new IllegalStateException("no luck", cause);
                    }));
    assertThat(panic).isInstanceOf(GoroutinePanic.class).hasRootCause(cause);
    assertThat(panic.getMessage())
        .startsWith("panic: java.lang.IllegalStateException: no luck\n\ngoroutine 1 [running]:\n")
        .contains("caused by java.io.IOException: disk full\n");
  }

  @Test
  void dumpShowsEveryGoroutine() {
    Go.run(
        () -> {
          Chan<Unit> release = Chan.make();
          WaitGroup all = new WaitGroup();
          all.add(1);
          Go.go(
              "sleeper",
              () -> {
                release.receive();
                all.done();
              });
          while (!Go.dump().contains("\"sleeper\" [chan receive, ")) {
            Go.gosched();
          }
          assertThat(Go.dump())
              .contains("goroutine 1 [running]:\n")
              .containsPattern("goroutine 2 \"sleeper\" \\[chan receive, \\d+ m?s]:\n\tat dev\\.")
              .contains("ReportTest.java:");
          release.close();
          all.await();
        });
  }
}

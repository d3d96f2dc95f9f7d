package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Goroutines and programs. */
@Timeout(60)
final class GoTest {

  @Test
  void aGoroutineOutsideAnyRunDiesToTheHandlerOfItsThread() throws InterruptedException {
    AtomicReference<Throwable> caught = new AtomicReference<>();
    CountDownLatch dead = new CountDownLatch(1);
    Go.go(
        () -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler(
                  (thread, e) -> {
                    caught.set(e);
                    dead.countDown();
                  });
          throw new java.io.IOException("outside");
        });
    dead.await();
    assertThat(caught.get()).hasMessage("outside");
  }

  @Test
  void goroutinesHaveNames() {
    Go.run(
        () -> {
          Chan<String> names = Chan.make();
          Go.go("worker", () -> names.send(Thread.currentThread().getName()));
          assertThat(names.receive()).isEqualTo("worker");
          Go.go(() -> names.send(Thread.currentThread().getName()));
          assertThat(names.receive()).isEqualTo("goroutine 3");
          assertThat(Thread.currentThread().getName()).isEqualTo("goroutine 1");
        });
  }

  @Test
  void aPanicEndsTheRunAtOnceWhateverMainDoes() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Go.run(
                    () -> {
                      Go.go(
                          () -> {
                            throw new IllegalStateException("boom");
                          });
                      never.await();
                    }))
        .isInstanceOf(GoroutinePanic.class)
        .cause()
        .hasMessage("boom");
    never.countDown();
  }

  @Test
  void errorsArePanicsToo() {
    assertThatThrownBy(
            () ->
                Go.run(
                    () -> {
                      throw new AssertionError("wrong");
                    }))
        .isInstanceOf(GoroutinePanic.class)
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void maxProcsIsSetWhileGoroutinesRun() {
    int before = Go.maxProcs();
    Go.run(
        () -> {
          Chan<Unit> quit = Chan.make();
          WaitGroup all = new WaitGroup();
          for (int i = 0; i < 4; i++) {
            all.go(
                () -> {
                  while (quit.tryReceive() == null) {
                    Go.gosched();
                  }
                });
          }
          assertThat(Go.maxProcs(before + 1)).isEqualTo(before);
          assertThat(Go.maxProcs()).isEqualTo(before + 1);
          assertThat(Go.maxProcs(before)).isEqualTo(before + 1);
          quit.close();
          all.await();
        });
  }

  @Test
  void programsDoNotSeeEachOther() {
    Go.run(
        () -> {
          assertThat(Go.numGoroutine()).isEqualTo(1);
          Go.run(() -> assertThat(Go.numGoroutine()).isEqualTo(1));
        });
  }
}

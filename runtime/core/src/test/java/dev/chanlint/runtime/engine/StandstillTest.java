package dev.chanlint.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While carriers are held, no virtual thread goes on; after that each does. */
@Timeout(60)
final class StandstillTest {

  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicLong turns = new AtomicLong();

  @AfterEach
  void end() {
    ended.set(true);
  }

  private void startOneThatSleepsInTurns() {
    Thread.startVirtualThread(
        () -> {
          while (!ended.get()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            turns.incrementAndGet();
          }
        });
  }

  private static Standstill begin() throws InterruptedException {
    Optional<Standstill> begun = Standstill.begin();
    while (begun.isEmpty()) {
      Thread.sleep(1);
      begun = Standstill.begin();
    }
    return begun.get();
  }

  @Test
  void noVirtualThreadGoesOn() throws InterruptedException {
    startOneThatSleepsInTurns();
    for (int i = 0; i < 10; i++) {
      long before;
      try (Standstill standstill = begin()) {
        before = turns.get();
        Thread.sleep(5);
        assertThat(turns.get()).isEqualTo(before);
        assertThat(standstill.holders()).allMatch(Thread::isAlive);
      }
      while (turns.get() == before) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void thereIsNoneWhileAVirtualThreadRuns() throws InterruptedException {
    Thread runs =
        Thread.startVirtualThread(
            () -> {
              while (!ended.get()) {
                turns.incrementAndGet();
              }
            });
    while (turns.get() == 0) {
      Thread.sleep(1);
    }
    assertThat(Standstill.begin()).isEmpty();
    ended.set(true);
    runs.join();
    begin().close();
  }

  @Test
  void thereIsOneAtATime() throws InterruptedException {
    try (Standstill first = begin()) {
      assertThat(first.holders()).isNotEmpty();
      Thread other = new Thread(() -> turns.set(Standstill.begin().isEmpty() ? 1 : 2));
      other.start();
      other.join();
      assertThat(turns.get()).isEqualTo(1);
    }
  }
}

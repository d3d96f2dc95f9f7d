package dev.chanlint.examples.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.NoGoroutineLeaks;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {

  @Test
  @NoGoroutineLeaks
  void doesEveryJob() {
    AtomicInteger done = new AtomicInteger();
    try (WorkerPool pool = new WorkerPool(4)) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(pool.submit(done::incrementAndGet)).isTrue();
      }
    }
    assertThat(done).hasValue(1_000);
  }

  @Test
  void takesNothingOnceClosed() {
    WorkerPool pool = new WorkerPool(1);
    pool.close();
    pool.close();

    assertThat(pool.submit(() -> {})).isFalse();
  }

  @ExploreTest(exhaustive = true)
  void whatWasAcceptedIsDoneThoughThePoolIsClosedMeanwhile() {
    WorkerPool pool = new WorkerPool(1);
    AtomicInteger done = new AtomicInteger();
    AtomicInteger accepted = new AtomicInteger();
    WaitGroup submitting = new WaitGroup();
    submitting.go(
        () -> {
          if (pool.submit(done::incrementAndGet)) {
            accepted.incrementAndGet();
          }
        });

    pool.close();
    submitting.await();

    assertThat(done.get()).isEqualTo(accepted.get());
  }
}

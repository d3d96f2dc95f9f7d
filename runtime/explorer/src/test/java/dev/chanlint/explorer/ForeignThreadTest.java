package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Drivers;
import dev.chanlint.explorer.engine.Execution;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Other threads of the JVM while code under test runs. */
@Timeout(60)
@Isolated("a foreign thread is any that explores nothing")
final class ForeignThreadTest {

  @Test
  void thatRunsCodeUnderTestEndsTheExploration() {
    Exploration exploration =
        Code.test(() -> onAnotherThread(Execution::goroutine)).explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.limits())
        .containsExactly("runs on thread \"another\", which is not under control");
  }

  @Test
  void isForgottenAfterwards() {
    Code.test(() -> onAnotherThread(Execution::goroutine)).explore(Strategy.dpor());
    assertThat(Code.test(() -> {}).explore(Strategy.dpor()).exhausted()).isTrue();
  }

  @Test
  void thatExploresIsNone() {
    Exploration exploration =
        Code.test(() -> onAnotherThread(ForeignThreadTest::runCodeBetweenExecutions))
            .explore(Strategy.dpor());
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
  }

  private static void runCodeBetweenExecutions() {
    try (Drivers.Shift _ = Drivers.begin()) {
      Execution.goroutine();
      Code.test(() -> {}).explore(Strategy.dpor());
      Execution.goroutine();
    }
  }

  @Test
  void thatFreesALockIsWaitedFor() throws InterruptedException {
    Object lock = new Object();
    AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
    Thread holder = holding(lock, () -> isBlocked(waiting.get()));
    Exploration exploration =
        Code.test(
                () -> {
                  waiting.set(Thread.currentThread());
                  synchronized (lock) {
                    waiting.set(null);
                  }
                })
            .explore(Strategy.dpor());
    assertThat(exploration.limits()).isEmpty();
    assertThat(exploration.exhausted()).isTrue();
    holder.join();
  }

  @Test
  void thatKeepsALockEndsTheExploration() throws InterruptedException {
    Object lock = new Object();
    AtomicReference<@Nullable Exploration> exploration = new AtomicReference<>();
    Thread holder = holding(lock, () -> exploration.get() != null);
    exploration.set(
        Code.test(
                () -> {
                  synchronized (lock) {
                    Execution.require();
                  }
                })
            .explore(Strategy.dpor()));
    holder.join();
    assertThat(exploration.get())
        .extracting(Exploration::limits)
        .asString()
        .contains("goroutine 1 blocked in something that is not under control");
  }

  private static boolean isBlocked(@Nullable Thread thread) {
    return thread != null && thread.getState() == Thread.State.BLOCKED;
  }

  /** A thread that has a lock, and frees it once something holds. */
  private static Thread holding(Object lock, BooleanSupplier until) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread holder =
        Thread.ofPlatform()
            .start(
                () -> {
                  synchronized (lock) {
                    held.countDown();
                    while (!until.getAsBoolean()) {
                      Thread.onSpinWait();
                    }
                  }
                });
    held.await();
    return holder;
  }

  /** Waits as no code under control could. */
  private static void onAnotherThread(Runnable code) {
    Thread thread = new Thread(code, "another");
    thread.start();
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}

package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Execution;
import org.junit.jupiter.api.Test;

/** Code under test on a thread that nobody here has started. */
final class ForeignThreadTest {

  @Test
  void endsTheExploration() {
    Exploration exploration =
        Code.test(ForeignThreadTest::onAnotherThread).explore(Strategy.dpor());
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.limits())
        .containsExactly("runs on thread \"foreign\", which is not under control");
  }

  @Test
  void isForgottenAfterwards() {
    Code.test(ForeignThreadTest::onAnotherThread).explore(Strategy.dpor());
    assertThat(Code.test(() -> {}).explore(Strategy.dpor()).exhausted()).isTrue();
  }

  /** Waits as no code under control could. */
  private static void onAnotherThread() {
    Thread thread = new Thread(Execution::goroutine, "foreign");
    thread.start();
    while (thread.isAlive()) {
      Thread.onSpinWait();
    }
  }
}

package dev.chanlint.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutinePanic;
import dev.chanlint.runtime.NoGoroutineLeaks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite on the engine that runs goroutines for real. */
@Timeout(60)
final class ProductionTest {

  static Stream<Case> succeeding() {
    return Case.all().stream().filter(c -> !c.deadlocks() && !c.panics());
  }

  static Stream<Case> deadlocking() {
    return Case.all().stream().filter(Case::deadlocks);
  }

  static Stream<Case> panicking() {
    return Case.all().stream().filter(Case::panics);
  }

  @ParameterizedTest
  @MethodSource
  @NoGoroutineLeaks
  void succeeding(Case c) {
    Go.run(c::run);
  }

  @ParameterizedTest
  @MethodSource
  void deadlocking(Case c) {
    assertThatThrownBy(() -> Go.run(c::run))
        .isInstanceOf(DeadlockError.class)
        .message()
        .startsWith(
            "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 ["
                + c.holds().deadlock()
                + "]:\n")
        .contains("." + c.method().getName() + "(")
        .contains(c.method().getDeclaringClass().getSimpleName() + ".java:");
  }

  @ParameterizedTest
  @MethodSource
  void panicking(Case c) {
    assertThatThrownBy(() -> Go.run(c::run))
        .isInstanceOf(GoroutinePanic.class)
        .satisfies(e -> assertThat(e.getCause()).hasMessage(c.holds().panic()))
        .message()
        .startsWith("panic: ")
        .contains(c.holds().panic())
        .contains(" [running]:\n");
  }
}

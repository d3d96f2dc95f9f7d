package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;

/** Programs whose goroutines wake and end at about the time at which the watch looks at them. */
final class ProgramEndTest {

  @RepeatedTest(400)
  void aProgramThatEndsWhileItIsLookedAtIsNoDeadlock() {
    assertThatCode(() -> Go.run(() -> awaitOneThat(Chan::close))).doesNotThrowAnyException();
  }

  @RepeatedTest(400)
  void aGoroutineThatDiesWhileItIsLookedAtIsNoDeadlock() {
    assertThatThrownBy(
            () ->
                Go.run(
                    () ->
                        awaitOneThat(
                            waited -> {
                              throw new IllegalStateException("died");
                            })))
        .isInstanceOf(GoroutinePanic.class);
  }

  private static void awaitOneThat(Consumer<Chan<Unit>> ends) {
    Chan<Unit> waited = Chan.make();
    Go.go(
        () -> {
          Go.sleep(Duration.ofMillis(1));
          ends.accept(waited);
        });
    waited.receive();
  }
}

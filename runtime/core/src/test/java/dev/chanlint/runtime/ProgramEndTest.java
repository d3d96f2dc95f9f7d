package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

final class ProgramEndTest {

  /** The goroutines wake and end at about the time at which the watch looks at them. */
  @RepeatedTest(400)
  void aProgramThatEndsWhileItIsLookedAtIsNoDeadlock() {
    assertThatCode(
            () ->
                Go.run(
                    () -> {
                      Chan<Unit> woken = Chan.make();
                      Go.go(
                          () -> {
                            Go.sleep(Duration.ofMillis(1));
                            woken.close();
                          });
                      woken.receive();
                    }))
        .doesNotThrowAnyException();
  }
}

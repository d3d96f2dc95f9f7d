package dev.chanlint.explorer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Outcome;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Lambdas explored where they are written. */
final class LambdaTest {

  @Test
  void runsTheCodeInTheSandbox() {
    Exploration exploration =
        Explorer.builder()
            .build()
            .explore(
                () -> {
                  Chan<Integer> numbers = Chan.make();
                  Go.go(() -> numbers.send(1));
                  Go.go(() -> numbers.send(2));
                  System.out.print(numbers.receive() + " " + numbers.receive());
                });
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.outcomes().stream().map(Outcome::output))
        .containsExactlyInAnyOrder("1 2", "2 1");
  }

  @Test
  void copiesWhatIsCapturedForEachExecution() {
    AtomicInteger count = new AtomicInteger(4);
    int plus = 3;
    Exploration exploration =
        Explorer.builder()
            .build()
            .explore(
                () -> {
                  Thread thread = new Thread(count::incrementAndGet);
                  thread.start();
                  count.addAndGet(plus);
                  thread.join();
                  System.out.print(count);
                });
    assertThat(exploration.outcomes().stream().map(Outcome::output)).containsExactly("8");
    assertThat(count).hasValue(4);
  }

  @Test
  void replaysAFailure() {
    Exploration exploration = Explorer.builder().build().explore(LambdaTest::deadlock);
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.fault()).isEqualTo(Fault.DEADLOCK);
    Exploration replayed = Explorer.replay(failure.schedule(), LambdaTest::deadlock);
    assertThat(replayed.failures()).extracting(Failure::message).containsExactly(failure.message());
  }

  private static void deadlock() {
    Chan.<String>make().receive();
  }

  @Test
  void saysWhatCannotBeCaptured() {
    Object lock = new Object();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Explorer.builder().build().explore(() -> System.out.print(lock)))
        .withMessageContaining("java.lang.Object is not serialisable");
  }
}

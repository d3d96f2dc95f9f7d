package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API as its users call it: with lambdas on the runtime, run instrumented. */
@Timeout(60)
class ExplorerTest {

  private static void firstAnswer(int questions) {
    Chan<Integer> answers = Chan.make();
    for (int i = 0; i < questions; i++) {
      int n = i;
      Go.go(() -> answers.send(n));
    }
    System.out.print(answers.receive());
  }

  @Test
  void lambdaIsExploredAndReplayed() {
    int questions = 3;
    Program program = () -> firstAnswer(questions);
    Exploration exploration = Explorer.builder().build().explore(program);
    assertThat(exploration.exhausted()).isTrue();
    assertThat(exploration.executions()).isEqualTo(3);
    assertThat(exploration.outcomes()).extracting(Outcome::output).containsOnly("0", "1", "2");
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.LEAK);
    Failure failure = exploration.failures().getFirst();
    assertThat(failure.sites())
        .singleElement()
        .extracting(Site::file)
        .isEqualTo("ExplorerTest.java");
    for (int i = 0; i < 100; i++) {
      Exploration replay = Explorer.replay(failure.schedule(), program);
      assertThat(replay.failures()).contains(failure);
    }
  }

  static Stream<Strategy> strategies() {
    return Stream.of(
        Strategy.dpor(),
        Strategy.naive(),
        Strategy.random(1),
        Strategy.pct(3, 1),
        Strategy.bounded(0));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyStrategyFindsIt(Strategy strategy) {
    Exploration exploration =
        Explorer.builder()
            .strategy(strategy)
            .maxExecutions(100)
            .until(failure -> failure.fault() == Fault.LEAK)
            .build()
            .explore(() -> firstAnswer(2));
    assertThat(exploration.failures()).extracting(Failure::fault).containsExactly(Fault.LEAK);
    assertThat(exploration.limits()).containsExactly("stopped at the fault that was looked for");
  }

  @Test
  void taskThatIsNoProgramIsRefused() {
    Task task = () -> {};
    assertThatThrownBy(() -> Explorer.builder().build().explore(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hand over the lambda itself");
  }
}

package dev.chanlint.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /** Far more steps than can be made in that time: it is looked at within an execution, too. */
  @ParameterizedTest
  @MethodSource("strategies")
  void timeUpEndsAnExecutionWhereItIs(Strategy strategy) {
    Exploration exploration =
        Explorer.builder()
            .strategy(strategy)
            .maxDuration(Duration.ofMillis(100))
            .maxSteps(Integer.MAX_VALUE)
            .build()
            .explore(
                () -> {
                  Chan<Integer> channel = Chan.make(1);
                  for (int i = 0; i < 500_000_000; i++) {
                    channel.send(i);
                    channel.receive();
                  }
                });
    assertThat(exploration.exhausted()).isFalse();
    assertThat(exploration.executions()).isZero();
    assertThat(exploration.limits()).containsExactly("stopped after 0 executions, the time was up");
  }

  private static void crossed(Mutex one, Mutex two) {
    one.lock();
    two.lock();
    two.unlock();
    one.unlock();
  }

  private static void crossedLocks() {
    Mutex one = new Mutex();
    Mutex two = new Mutex();
    Go.go(() -> crossed(one, two));
    crossed(two, one);
  }

  @Test
  void directedMeetsWhatItIsSentToAndReplaysIt() {
    List<Site> places =
        Explorer.builder().build().explore(ExplorerTest::crossedLocks).failures().stream()
            .filter(failure -> failure.fault() == Fault.DEADLOCK)
            .flatMap(failure -> failure.sites().stream())
            .toList();

    Exploration directed =
        Explorer.builder()
            .strategy(Strategy.directed(places, 1))
            .maxExecutions(100)
            .until(failure -> failure.fault() == Fault.DEADLOCK)
            .build()
            .explore(ExplorerTest::crossedLocks);

    assertThat(directed.failures()).extracting(Failure::fault).contains(Fault.DEADLOCK);
    Failure failure = directed.failures().getFirst();
    assertThat(Explorer.replay(failure.schedule(), ExplorerTest::crossedLocks).failures())
        .contains(failure);
  }

  @Test
  void untilIsAskedOfEachFailureAsItIsMet() {
    List<Fault> met = new ArrayList<>();

    Explorer.builder()
        .until(
            failure -> {
              met.add(failure.fault());
              return false;
            })
        .build()
        .explore(() -> firstAnswer(2));

    assertThat(met).isNotEmpty().containsOnly(Fault.LEAK);
  }

  @Test
  void replayOfOtherCodeIsRefused() {
    Schedule schedule =
        Explorer.builder().build().explore(() -> firstAnswer(2)).failures().getFirst().schedule();

    assertThatThrownBy(() -> Explorer.replay(schedule, ExplorerTest::crossedLocks))
        .isInstanceOf(ScheduleMismatchException.class)
        .hasMessageStartingWith("the code has changed under the schedule: ");
    assertThatThrownBy(() -> Explorer.replay(new Schedule("nonsense"), () -> firstAnswer(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a schedule: nonsense");
  }

  @Test
  void taskThatIsNoProgramIsRefused() {
    Task task = () -> {};
    assertThatThrownBy(() -> Explorer.builder().build().explore(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hand over the lambda itself");
  }
}

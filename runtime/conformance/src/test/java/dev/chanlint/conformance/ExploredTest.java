package dev.chanlint.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite under the schedule explorer, with small loops: what a case shows must hold in every
 * execution, of all schedules if the budget reaches that far and of a sample at random too.
 */
@Timeout(60)
final class ExploredTest {

  private static final int EXECUTIONS = 300;
  private static final int EXECUTIONS_AT_RANDOM = 100;

  private static final List<Path> CLASS_PATH =
      Arrays.stream(
              System.getProperty("java.class.path").split(System.getProperty("path.separator")))
          .map(Path::of)
          .toList();

  private static final Sandbox SANDBOX = new Sandbox(CLASS_PATH);

  @BeforeAll
  static void small() {
    System.setProperty(Check.SMALL, "true");
  }

  @AfterAll
  static void large() {
    System.clearProperty(Check.SMALL);
  }

  static Stream<Case> cases() {
    return Case.all().stream().filter(c -> c.holds().realOnly().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inEverySchedule(Case c) {
    check(c, Strategy.dpor(), EXECUTIONS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inSchedulesAtRandom(Case c) {
    check(c, Strategy.random(1), EXECUTIONS_AT_RANDOM);
  }

  private static void check(Case c, Strategy strategy, int executions) {
    String entry = c.method().getDeclaringClass().getName() + "#" + c.method().getName();
    Exploration exploration =
        Explorer.builder()
            .strategy(strategy)
            .maxExecutions(executions)
            .maxDuration(Duration.ofSeconds(10))
            .build()
            .explore(new SandboxWorkload(SANDBOX.copy(), entry, false));
    assertThat(exploration.executions()).isPositive();
    assertThat(exploration.failures())
        .filteredOn(failure -> !isExpected(c, failure))
        .extracting(f -> f.fault() + ": " + f.message() + ", replay " + f.schedule())
        .isEmpty();
    if (c.deadlocks() || c.panics()) {
      assertThat(exploration.failures()).isNotEmpty();
    }
  }

  private static boolean isExpected(Case c, Failure failure) {
    if (c.deadlocks()) {
      return failure.fault() == Fault.DEADLOCK
          && failure.goroutines().getFirst().state().equals(c.holds().deadlock());
    }
    return c.panics()
        && failure.fault() == Fault.PANIC
        && failure.message().contains(c.holds().panic());
  }
}

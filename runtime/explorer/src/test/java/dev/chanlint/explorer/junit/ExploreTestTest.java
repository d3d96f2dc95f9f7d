package dev.chanlint.explorer.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.chanlint.explorer.junit.samples.Accounts;
import dev.chanlint.explorer.junit.samples.Lifecycle;
import dev.chanlint.explorer.junit.samples.Mistakes;
import dev.chanlint.explorer.junit.samples.Parameters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** The annotation as JUnit's own engine runs it. */
@Timeout(120)
final class ExploreTestTest {

  private static EngineExecutionResults run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter").selectors(selector).execute();
  }

  private static Throwable failureOf(Class<?> type, String method) {
    return run(selectMethod(type.getName() + "#" + method)).testEvents().failed().stream()
        .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> entries(EngineExecutionResults results) {
    return results
        .allEvents()
        .filter(event -> event.getType().equals(EventType.REPORTING_ENTRY_PUBLISHED))
        .flatMap(ExploreTestTest::values)
        .toList();
  }

  private static Stream<String> values(Event event) {
    return event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values().stream();
  }

  @Test
  void theMessageIsTheWitness() {
    Throwable failure = failureOf(Accounts.class, "crossedTransfers");

    assertThat(failure)
        .hasMessageStartingWith("deadlock: all goroutines are asleep - deadlock!")
        .hasMessageContaining(" step  main ")
        .hasMessageContaining("BLOCKED [sync.Mutex.Lock] on mutex1")
        .hasMessageContaining("1 preemption")
        .hasMessageContaining(" of " + Accounts.class.getName() + "#crossedTransfers()")
        .hasMessageFindingMatch("\\nreplay: @ExploreTest\\(replay = \"1:[^\"\\s]+\"\\)$");
    assertThat(failure.getStackTrace()[0].getFileName()).isEqualTo("Accounts.java");
    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .endsWith("crossedTransfers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lostUpdate        | race: ",
        "failsInJUnit      | panic: org.opentest4j.AssertionFailedError: expected: <2> but was:"
            + " <1>",
        "failsInAssertJ    | expected: 2",
        "failsInAGoroutine | panic: java.lang.AssertionError: from a goroutine",
        "leaks             | leak: goroutine 2 [chan send]",
      })
  void eachFaultIsAFailure(String method, String message) {
    assertThat(failureOf(Accounts.class, method)).hasMessageContaining(message);
  }

  @Test
  void aRightTestPassesAndSaysHowMuchWasRun() {
    EngineExecutionResults results = run(selectMethod(Accounts.class, "orderedTransfers"));

    results.testEvents().assertStatistics(events -> events.started(1).succeeded(1));
    assertThat(entries(results))
        .singleElement()
        .asString()
        .matches("\\d+ executions?, every schedule that can differ");
  }

  @Test
  void lifecycleMethodsRunInEachExecution() {
    EngineExecutionResults results = run(selectClass(Lifecycle.class));

    results.testEvents().assertStatistics(events -> events.started(5).succeeded(5));
  }

  @Test
  void lifecycleMethodsRunAroundAFailureToo() {
    assertThat(failureOf(Lifecycle.Failing.class, "fails"))
        .hasMessageContaining("IllegalStateException: in the test");
  }

  @Test
  void argumentsAreCopiedIntoEachExecution() {
    EngineExecutionResults results = run(selectClass(Parameters.class));

    results.testEvents().assertStatistics(events -> events.started(6).succeeded(5).failed(1));
    results
        .testEvents()
        .failed()
        .assertThatEvents()
        .singleElement()
        .asString()
        .contains("needsTwoPlaces(int)]/[test-template-invocation:#2]")
        .contains("leak: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startsAProcess | cannot be explored: starts a process",
        "takesTestInfo(org.junit.jupiter.api.TestInfo) | is not serialisable); make it in the test",
        "tooLarge       | not every schedule was run: stopped after 10 executions",
        "badStrategy    | 'depth-first' is no strategy; it reads dpor, naive",
        "twoStrategies  | @ExploreTest has both strategy = \"naive\" and preemptions = 1",
        "noSchedule     | not a schedule: nonsense",
        "noEntry        | no class Missing on the class path",
      })
  void whatCannotBeExploredIsNotGreen(String method, String message) {
    assertThat(failureOf(Mistakes.class, method)).hasMessageContaining(message);
  }

  @Test
  void aLifecycleMethodWithParametersIsNamed() {
    assertThat(failureOf(Mistakes.WithParameters.class, "setUpWithParameters"))
        .hasMessageContaining("WithParameters.setUp takes parameters");
  }

  @Test
  void aScheduleOfOtherCodeIsSaidAndTheTestExplored() {
    EngineExecutionResults results = run(selectMethod(Accounts.class, "replayOfOtherCode"));

    results.testEvents().assertStatistics(events -> events.succeeded(1));
    assertThat(entries(results))
        .first()
        .asString()
        .startsWith("the code has changed under the schedule: ")
        .endsWith("; exploring instead");
    assertThat(entries(results)).last().asString().endsWith("every schedule that can differ");
  }

  @Test
  void aMainIsExploredByName() {
    assertThat(failureOf(Accounts.class, "main")).hasMessageStartingWith("abandoned: ");
  }
}

package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.time.Duration;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Which tests {@code @NoGoroutineLeaks} fails. */
final class NoGoroutineLeaksTest {

  /** Lets the tests of the class below run only from here, for some of them are to fail. */
  static final class OnlyFromHere implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter("from.here").isPresent()
          ? ConditionEvaluationResult.enabled("from here")
          : ConditionEvaluationResult.disabled("only from its own test");
    }
  }

  @ExtendWith(OnlyFromHere.class)
  static final class Subjects {

    @Test
    @NoGoroutineLeaks
    void joins() {
      WaitGroup group = new WaitGroup();
      group.go(() -> {});
      group.await();
    }

    @Test
    @NoGoroutineLeaks
    void endsSoonAfter() {
      Go.go(() -> Go.sleep(Duration.ofMillis(20)));
    }

    @Test
    @NoGoroutineLeaks(graceMillis = 10)
    void leaks() {
      Go.go("forgotten", () -> Chan.make().receive());
    }

    @Test
    @NoGoroutineLeaks(graceMillis = 10)
    void leaksFromARun() {
      Go.run(() -> Go.go("left behind", () -> Chan.make().receive()));
    }
  }

  @Test
  void failsThoseThatLeak() {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Subjects.class))
            .configurationParameter("from.here", "true")
            .execute()
            .testEvents();
    tests.assertStatistics(stats -> stats.started(4).succeeded(2).failed(2));
    tests
        .assertThatEvents()
        .haveExactly(1, failing("leaks()", "\"forgotten\" [chan receive"))
        .haveExactly(1, failing("leaksFromARun()", "\"left behind\" [chan receive"));
    assertThat(Go.dump()).contains("forgotten");
  }

  private static Condition<Event> failing(String method, String text) {
    return event(
        test(method),
        finishedWithFailure(
            instanceOf(AssertionError.class),
            message(m -> m.startsWith("1 leaked goroutines:\n\n") && m.contains(text))));
  }
}

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
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

  /** A class whose tests are all checked. */
  @ExtendWith(OnlyFromHere.class)
  @NoGoroutineLeaks(graceMillis = 10)
  static class Checked {

    @BeforeAll
    static void before() {
      Go.go("there before", () -> Chan.make().receive());
    }

    @Test
    void ofTheClass() {
      Go.go("of the class", Checked::receive);
    }

    @Test
    @NoGoroutineLeaks(graceMillis = 10_000)
    void withItsOwnGrace() {
      Go.go(() -> Go.sleep(Duration.ofMillis(100)));
    }

    @RepeatedTest(2)
    void eachTime() {
      Go.go("each time", Checked::receive);
    }

    static void receive() {
      Chan.make().receive();
    }

    /** In a nested class. */
    @Nested
    final class Inner {
      @Test
      void inside() {
        Go.go("inside", Checked::receive);
        Go.go("inside too", Checked::receive);
      }

      @Test
      void clean() {}
    }
  }

  /** A class whose tests are checked because those of its superclass are. */
  @ExtendWith(OnlyFromHere.class)
  static final class Derived extends Checked {
    @Test
    void ofTheSubclass() {
      Go.go("of the subclass", Checked::receive);
    }
  }

  /** Tests whose goroutines live as long as these, and that run in parallel where they may. */
  @ExtendWith(OnlyFromHere.class)
  @Execution(ExecutionMode.CONCURRENT)
  static final class Parallel {

    @RepeatedTest(8)
    void unchecked() {
      WaitGroup group = new WaitGroup();
      group.go(() -> Go.sleep(Duration.ofMillis(20)));
      group.await();
    }

    @RepeatedTest(8)
    @NoGoroutineLeaks(graceMillis = 0)
    void checked() throws InterruptedException {
      Thread.sleep(5);
    }
  }

  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .configurationParameter("from.here", "true")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .execute()
        .testEvents();
  }

  @Test
  void checksAllTestsOfAClass() {
    Events tests = run(Checked.class);
    tests.assertStatistics(stats -> stats.started(6).succeeded(2).failed(4));
    tests
        .assertThatEvents()
        .haveExactly(1, failing("ofTheClass()", "\"of the class\" [chan receive"))
        .haveExactly(1, failing("ofTheClass()", "Checked.receive(NoGoroutineLeaksTest.java:"))
        .haveExactly(2, failing("eachTime()", "\"each time\" [chan receive"))
        .haveExactly(
            1,
            event(
                test("inside()"),
                finishedWithFailure(message(m -> m.startsWith("2 leaked goroutines:\n\n")))));
  }

  @Test
  void checksTheTestsOfSubclasses() {
    run(Derived.class)
        .assertThatEvents()
        .haveExactly(1, failing("ofTheSubclass()", "\"of the subclass\" [chan receive"))
        .haveExactly(1, failing("ofTheClass()", "\"of the class\" [chan receive"));
  }

  @Test
  void runsATestAloneForItsGoroutinesToBeKnown() {
    run(Parallel.class).assertStatistics(stats -> stats.started(16).succeeded(16));
  }

  @Test
  void failsThoseThatLeak() {
    Events tests = run(Subjects.class);
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
            message(m -> m.startsWith("1 leaked goroutine:\n\n") && m.contains(text))));
  }
}

package dev.chanlint.explorer.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A JUnit 5 test that is run under every schedule that can differ, instead of once. It fails if one
 * of them ends in a fault: a failed assertion or any other uncaught exception, in whatever
 * goroutine or thread; a deadlock; goroutines that are left blocked or looping; a data race. The
 * message is the shortest witness found, a column for each goroutine, with the text that replays
 * it.
 *
 * <p>The test runs in a JVM of its own, as instrumented copies of its classes, so no JVM needs a
 * flag. What that means for its class:
 *
 * <ul>
 *   <li>Every execution makes a new object of it, and of those that it is {@code @Nested} in,
 *       initialises statics anew, and runs {@code @BeforeAll}, {@code @BeforeEach}, the test,
 *       {@code @AfterEach} and {@code @AfterAll} under its schedule. JUnit also makes an object and
 *       runs {@code @BeforeAll} and {@code @AfterAll} once around the tests of the class, as ever.
 *   <li>Arguments, with {@code @ParameterizedTest} beside this annotation, must be serialisable:
 *       each execution gets copies. Lifecycle methods can take none.
 *   <li>Other extensions see the test begin and end, but do not reach inside its executions.
 *   <li>An assumption that does not hold ends an execution without a fault.
 * </ul>
 *
 * <p>A test that does what the explorer cannot control, or is not allowed to do, fails with that
 * reason: its schedules were not explored. One whose budget ends passes, unless {@link #exhaustive}
 * is set.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(ExploreExtension.class)
public @interface ExploreTest {

  /**
   * Which schedules to run, as {@link dev.chanlint.explorer.Strategy#parse} reads it: {@code dpor},
   * {@code naive}, {@code bounded(2)}, {@code random(seed)}, {@code pct(depth,seed)}, {@code
   * directed(File.java:12,…)}.
   *
   * @return the strategy in words
   */
  String strategy() default "dpor";

  /**
   * How many preemptions a schedule may have: short for {@code strategy = "bounded(n)"}.
   *
   * @return how many; negative for no bound
   */
  int preemptions() default -1;

  /**
   * How many executions to run at most.
   *
   * @return how many
   */
  long maxExecutions() default 100_000;

  /**
   * How long to go on at most.
   *
   * @return the time in seconds
   */
  long maxSeconds() default 10;

  /**
   * Whether to fail also if not every schedule was run: the budget ended, or a bound left some out.
   *
   * @return whether to
   */
  boolean exhaustive() default false;

  /**
   * A schedule to run instead, as a failed test's message gives it. Should the code have changed so
   * that this is none of its schedules any more, it is explored.
   *
   * @return the schedule; empty for none
   */
  String replay() default "";

  /**
   * What to explore instead of the method itself: the binary name of a class with a {@code main},
   * or {@code Class#method} for a test method without parameters.
   *
   * @return its name; empty for the method itself
   */
  String entry() default "";
}

package dev.chanlint.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Fails a JUnit 5 test that leaves goroutines behind, with their stacks; on a class, each of its
 * tests, those of its nested classes and subclasses too. Goroutines that are about to end are given
 * a moment. What {@code @BeforeEach} methods start is the test's own, what {@code @BeforeAll}
 * methods started is not.
 *
 * <p>Where tests run in parallel, such a test or class runs alone: a goroutine does not tell which
 * test it is of.
 *
 * <p>Go's counterpart is the package {@code go.uber.org/goleak}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(GoroutineLeakCheck.class)
@ResourceLock(Resources.GLOBAL)
public @interface NoGoroutineLeaks {

  /**
   * How long to wait for goroutines to end after the test. What stands at the method goes before
   * what stands at its class, and that before what stands around it.
   *
   * @return the time, in milliseconds
   */
  long graceMillis() default 1000;
}

package dev.chanlint.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a JUnit 5 test that leaves goroutines behind, with their stacks; on a class, each of its
 * tests. Goroutines that are about to end are given a moment. Goroutines that other tests start at
 * the same time are taken for the test's own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(GoroutineLeakCheck.class)
public @interface NoGoroutineLeaks {

  /**
   * How long to wait for goroutines to end after the test.
   *
   * @return the time, in milliseconds
   */
  long graceMillis() default 1000;
}

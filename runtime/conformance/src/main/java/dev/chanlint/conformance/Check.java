package dev.chanlint.conformance;

import dev.chanlint.runtime.Task;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the programs of the suite are made with. */
final class Check {

  /** The system property that asks for small loops, for an engine that runs all schedules. */
  static final String SMALL = "chanlint.conformance.small";

  private Check() {}

  /** How often to repeat something: much on the real engine, little where each step is explored. */
  static int scale(int large, int small) {
    return Boolean.getBoolean(SMALL) ? small : large;
  }

  static void that(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }

  static void equal(@Nullable Object expected, @Nullable Object actual) {
    that(Objects.equals(expected, actual), "expected " + expected + " but was " + actual);
  }

  /** Runs something that must fail with an exception of a type and a message. */
  static void fails(Class<? extends Exception> type, String message, Task body) {
    try {
      body.run();
    } catch (Exception e) {
      equal(type, e.getClass());
      equal(message, e.getMessage());
      return;
    }
    throw new AssertionError("expected " + type.getName() + ": " + message);
  }
}

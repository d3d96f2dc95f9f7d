package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Site;
import java.util.Set;

/** The code under test, ready to be run again and again from the same state. */
public interface Workload {

  /**
   * Brings the code under test to its initial state. Called on the driver before every execution;
   * no goroutine exists then.
   */
  void reset();

  /**
   * Runs the code under test; called on the main goroutine.
   *
   * @throws Throwable what the code under test throws and does not catch
   */
  void run() throws Throwable;

  /**
   * Whether this is a program, which ends when its main goroutine returns, rather than a test,
   * which is to leave nothing behind.
   */
  boolean isProgram();

  /** Whether a class belongs to the code under test, so that witnesses show its frames. */
  default boolean isUnderTest(String className) {
    return !className.startsWith("java.")
        && !className.startsWith("jdk.")
        && !className.startsWith("sun.")
        && !className.startsWith("dev.chanlint.runtime.")
        && !className.startsWith("dev.chanlint.explorer.engine.")
        && !className.startsWith("dev.chanlint.explorer.hook.")
        && !className.startsWith("dev.chanlint.explorer.model.")
        && !className.startsWith("dev.chanlint.explorer.race.")
        && !className.startsWith("dev.chanlint.explorer.sandbox.");
  }

  /** The places where code under test performed a visible operation or a shared access so far. */
  default Set<Site> executed() {
    return Set.of();
  }
}

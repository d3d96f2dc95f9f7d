package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Execution;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test that JUnit's own engine runs, which the code under test brings: with extensions, resolved
 * parameters, templates, dynamic tests. The engine is code under control like any other; it is
 * asked for that one test, on the thread that asks, and without timeouts, for time is virtual. What
 * the test throws is thrown on. What the engine itself throws, or that it skips the test, says
 * nothing of the code under test and ends the exploration.
 */
final class JupiterTest implements Body {

  private static final String ENGINE = "org.junit.jupiter.engine.JupiterTestEngine";
  private static final String TIMEOUTS = "junit.jupiter.execution.timeout.mode";

  private final JUnitPlatform platform;
  private final Class<?> type;
  private final Method method;
  private final String need;

  private JupiterTest(JUnitPlatform platform, Class<?> type, Method method, String need) {
    this.platform = platform;
    this.type = type;
    this.method = method;
    this.need = need;
  }

  /**
   * Prepares one.
   *
   * @param type the class that is tested, which may inherit the method
   * @param need why it takes the engine
   * @throws IllegalArgumentException if the engine is not among the code under test; it says why it
   *     would take it
   */
  static JupiterTest of(Class<?> type, Method method, String need) {
    JUnitPlatform platform = new JUnitPlatform(type.getClassLoader());
    if (!platform.has(ENGINE)) {
      throw new IllegalArgumentException(need);
    }
    return new JupiterTest(platform, type, method, need);
  }

  @Override
  public void run() throws Throwable {
    Heard heard = new Heard();
    try {
      execute(heard);
    } catch (Exception e) {
      outOfControl(e.toString());
    }
    if (heard.skipped != null) {
      outOfControl("it is skipped: " + heard.skipped);
    }
    heard.failures.rethrow();
  }

  private void execute(Heard heard) throws Exception {
    Object engine = platform.make(ENGINE);
    Object root = platform.discover(engine, type, method, JupiterTest::configured);
    if (((Collection<?>) platform.get(root, "getChildren")).isEmpty()) {
      throw new NeedsJupiterException("it finds no test there");
    }
    platform.execute(engine, root, heard::hear, JupiterTest::configured);
  }

  private static Optional<String> configured(String key) {
    return key.equals(TIMEOUTS) ? Optional.of("disabled") : Optional.empty();
  }

  private void outOfControl(String reason) {
    Execution.require().uncontrolled(need + "; there, " + reason);
  }

  /** What the engine told of the test and what is around it. */
  private final class Heard {

    private final Failures failures = new Failures();
    private @Nullable String skipped;

    void hear(String event, @Nullable Object detail) {
      switch (event) {
        case "executionSkipped" -> skipped = String.valueOf(detail);
        case "executionFinished" ->
            platform.throwable(detail).filter(this::isOfTheTest).ifPresent(failures::add);
        default -> {
          // That something begins, or is reported, is no news.
        }
      }
    }

    /** What JUnit throws itself may be due to how it is run here. */
    private boolean isOfTheTest(Throwable thrown) {
      if (thrown.getClass().getName().startsWith("org.junit.")) {
        outOfControl(thrown.toString());
      }
      return true;
    }
  }
}

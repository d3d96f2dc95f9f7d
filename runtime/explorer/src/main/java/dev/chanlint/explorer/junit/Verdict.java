package dev.chanlint.explorer.junit;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.WitnessText;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * What an exploration says of a test.
 *
 * @param method the test
 * @param entry what was explored
 * @param exhaustive whether every schedule must have been run
 */
record Verdict(ReflectiveInvocationContext<Method> method, String entry, boolean exhaustive) {

  /**
   * Judges.
   *
   * @return on one line, what was explored
   * @throws AssertionFailedError if there is a fault, or the test could not be explored
   */
  String on(Exploration exploration) {
    if (!exploration.failures().isEmpty()) {
      throw failed(exploration.failures().getFirst(), exploration.executions());
    }
    String summary = summary(exploration);
    if (!exploration.isUnderControl()) {
      throw failed("cannot be explored: " + summary);
    }
    if (exhaustive && !exploration.exhausted()) {
      throw failed("not every schedule was run: " + summary);
    }
    return summary;
  }

  private static String summary(Exploration exploration) {
    String executions = Counts.of(exploration.executions(), "execution");
    return exploration.exhausted()
        ? executions + ", every schedule that can differ"
        : String.join("; ", exploration.limits()) + " (" + executions + ")";
  }

  /** The message is the witness, the stack trace the places at fault and then the test. */
  private AssertionFailedError failed(Failure failure, long executions) {
    AssertionFailedError error =
        failed(
            WitnessText.render(failure, Painter.PLAIN)
                + "found in "
                + Counts.of(executions, "execution")
                + " of "
                + entry
                + "\nreplay: @ExploreTest(replay = \""
                + failure.schedule()
                + "\")");
    error.setStackTrace(
        Stream.concat(failure.sites().stream().map(Verdict::frame), Stream.of(testFrame()))
            .toArray(StackTraceElement[]::new));
    return error;
  }

  private AssertionFailedError failed(String message) {
    AssertionFailedError error = new AssertionFailedError(message);
    error.setStackTrace(new StackTraceElement[] {testFrame()});
    return error;
  }

  private static StackTraceElement frame(Site site) {
    return new StackTraceElement(
        site.className(),
        site.method(),
        site.file().isEmpty() ? null : site.file(),
        site.line() == 0 ? -1 : site.line());
  }

  private StackTraceElement testFrame() {
    return new StackTraceElement(
        method.getTargetClass().getName(), method.getExecutable().getName(), null, -1);
  }
}

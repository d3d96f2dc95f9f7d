package dev.chanlint.explorer.junit;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.sandbox.HostClassPath;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** What a marked method asks for, in the explorer's terms. */
final class Targets {

  private Targets() {}

  /** What is to be explored. */
  static Worker.Target of(ExploreTest settings, ReflectiveInvocationContext<Method> method) {
    List<Path> classPath = HostClassPath.of(method.getTargetClass());
    String entry = settings.entry();
    return entry.isEmpty()
        ? new Worker.Target(
            classPath,
            name(method.getTargetClass(), method.getExecutable()),
            method.getArguments(),
            false)
        : new Worker.Target(classPath, entry, !entry.contains("#"));
  }

  private static String name(Class<?> type, Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(Collectors.joining(",", type.getName() + "#" + method.getName() + "(", ")"));
  }

  /**
   * How much to explore: up to the first fault.
   *
   * @throws IllegalArgumentException if the settings are no strategy, or two
   */
  static Worker.Budget budget(ExploreTest settings) {
    return new Worker.Budget(
        strategy(settings),
        settings.maxExecutions(),
        Duration.ofSeconds(settings.maxSeconds()),
        Worker.Budget.DEFAULT.maxSteps(),
        EnumSet.allOf(Fault.class));
  }

  private static Strategy strategy(ExploreTest settings) {
    Strategy strategy = Strategy.parse(settings.strategy());
    if (settings.preemptions() < 0) {
      return strategy;
    }
    if (!strategy.equals(Strategy.dpor())) {
      throw new IllegalArgumentException(
          "@ExploreTest has both strategy = \"%s\" and preemptions = %d"
              .formatted(settings.strategy(), settings.preemptions()));
    }
    return Strategy.bounded(settings.preemptions());
  }
}

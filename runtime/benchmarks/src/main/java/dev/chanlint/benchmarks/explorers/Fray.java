package dev.chanlint.benchmarks.explorers;

import java.nio.file.Path;
import java.util.List;
import kotlin.Unit;
import org.jspecify.annotations.Nullable;
import org.pastalab.fray.core.TestRunner;
import org.pastalab.fray.core.command.Configuration;
import org.pastalab.fray.core.command.ExecutionInfo;
import org.pastalab.fray.core.command.LambdaExecutor;
import org.pastalab.fray.core.command.NetworkDelegateType;
import org.pastalab.fray.core.command.SystemTimeDelegateType;
import org.pastalab.fray.core.observers.TimelineCoverageType;
import org.pastalab.fray.core.randomness.ControlledRandomProvider;
import org.pastalab.fray.core.scheduler.RandomScheduler;

/**
 * Runs <a href="https://github.com/cmu-pasta/fray">Fray</a>: in a JDK whose classes it has changed,
 * with an agent for those of the program and a native one for the JVM. The script puts them into a
 * folder; there they are on Linux on x86-64 only.
 */
final class Fray {

  private static final @Nullable String FOLDER = System.getProperty("fray.folder");

  private static final int SECONDS_AT_MOST = 3_600;
  private static final int STEPS_AT_MOST = 100_000_000;

  private Fray() {}

  static boolean isThere() {
    return FOLDER != null;
  }

  static Path java() {
    return Path.of(String.valueOf(FOLDER), "jdk", "bin", "java");
  }

  static List<String> options() {
    return List.of(
        "-Dfray.folder=" + FOLDER,
        "-agentpath:" + FOLDER + "/libjvmti.so",
        "-javaagent:" + FOLDER + "/agent.jar",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
  }

  /** Runs a program under so many schedules drawn at random. */
  static void explore(Explored program, int executions) {
    Throwable failure = new TestRunner(configuration(program, executions)).run();
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  private static Configuration configuration(Explored program, int executions) {
    LambdaExecutor executor =
        new LambdaExecutor(
            () -> {
              program.run();
              return Unit.INSTANCE;
            });
    return new Configuration(
        new ExecutionInfo(executor, /* ignoreUnhandledExceptions= */ false, false, STEPS_AT_MOST),
        Path.of(String.valueOf(FOLDER), "report"),
        executions,
        SECONDS_AT_MOST,
        new RandomScheduler(),
        new ControlledRandomProvider(),
        /* fullSchedule= */ false,
        /* exploreMode= */ false,
        /* noExitWhenBugFound= */ true,
        /* isReplay= */ false,
        /* noFray= */ false,
        /* dummyRun= */ false,
        NetworkDelegateType.NONE,
        SystemTimeDelegateType.NONE,
        /* virtualTimeDelta= */ 0,
        /* ignoreTimedBlock= */ true,
        /* sleepAsYield= */ true,
        /* resetClassLoader= */ false,
        /* redirectStdout= */ false,
        /* abortThreadExecutionAfterMainExit= */ true,
        /* resolveRacingOperationStackTraceHash= */ false,
        TimelineCoverageType.NONE);
  }
}

package dev.chanlint.conformance.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.conformance.Sample;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Step;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The witnesses of the kernels and the seed programs, as they are reported: shortened, and replayed
 * to the fault that they were found for. All of them with the profile {@code sweep}, else a few.
 */
final class WitnessesTest {

  private static final Path TESTDATA = Path.of("..", "..", "testdata");

  /** One in so many is tested if not all are. */
  private static final int SAMPLE = 13;

  private static final int REPLAYS = 100;
  private static final int MOST_PREEMPTIONS = 2;
  private static final Set<Fault> BLOCKING = EnumSet.of(Fault.DEADLOCK, Fault.LEAK);

  /**
   * What the explorer may take to find witnesses, and how much of a bound is searched for better.
   */
  private static final int MOST_EXECUTIONS = 5_000;

  private static final Duration LONGEST = Duration.ofSeconds(10);

  @TempDir private static Path classes;

  static List<String> programs() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> kernels = Files.list(TESTDATA.resolve("kernels"))) {
      kernels
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName() + ".Buggy")
          .sorted()
          .forEach(all::add);
    }
    all.addAll(
        List.of("Buffered1", "CrossedLocks", "CounterUnguarded", "EarlyReturn", "WorkerWaitGroup"));
    return Sample.oneIn(SAMPLE, all);
  }

  @BeforeAll
  static void compile() throws IOException {
    Compilation.of(
        programs().stream()
            .map(
                program ->
                    TESTDATA.resolve(
                        program.contains(".")
                            ? "kernels/" + program.replace('.', '/') + ".java"
                            : "seeds/" + program + ".java"))
            .toList(),
        classes);
  }

  private static Exploration explore(SandboxWorkload workload, Strategy strategy) {
    return Explorer.builder()
        .strategy(strategy)
        .maxExecutions(MOST_EXECUTIONS)
        .maxDuration(LONGEST)
        .build()
        .explore(workload);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void replayToTheirFaultHereAndInAnotherProcess(String program) throws Exception {
    try (Sandbox sandbox = new Sandbox(List.of(classes));
        Worker worker = Worker.create()) {
      SandboxWorkload workload = new SandboxWorkload(sandbox, program, true);
      for (Failure failure : explore(workload, Strategy.dpor()).failures()) {
        for (int i = 0; i < REPLAYS; i++) {
          assertIsAmong(failure, Explorer.replay(failure.schedule(), workload));
        }
        Exploration elsewhere =
            worker.replay(
                new Worker.Target(List.of(classes), program, true),
                failure.schedule(),
                REPLAYS,
                Duration.ofMinutes(1));
        assertThat(elsewhere.executions()).isEqualTo(REPLAYS);
        assertThat(elsewhere.limits()).noneMatch(limit -> limit.contains("otherwise"));
        assertIsAmong(failure, elsewhere);
      }
    }
  }

  private static void assertIsAmong(Failure failure, Exploration replayed) {
    assertThat(replayed.failures())
        .as("replay of %s", failure.schedule())
        .anyMatch(again -> isSame(again, failure) && again.message().equals(failure.message()));
  }

  private static boolean isSame(Failure one, Failure other) {
    return one.fault() == other.fault() && one.sites().equals(other.sites());
  }

  /** None with fewer preemptions is found by looking for just that. */
  @ParameterizedTest
  @MethodSource("programs")
  void haveAsFewPreemptionsAsCanBe(String program) throws IOException {
    try (Sandbox sandbox = new Sandbox(List.of(classes))) {
      SandboxWorkload workload = new SandboxWorkload(sandbox, program, true);
      for (Failure failure : explore(workload, Strategy.dpor()).failures()) {
        if (BLOCKING.contains(failure.fault())) {
          assertThat(failure.preemptions())
              .as(failure.message())
              .isLessThanOrEqualTo(MOST_PREEMPTIONS);
        }
        for (int fewer = 0; fewer < failure.preemptions(); fewer++) {
          assertThat(explore(workload, Strategy.bounded(fewer)).failures())
              .as("%d preemptions for %s", failure.preemptions(), failure.message())
              .filteredOn(better -> better.witness().stream().noneMatch(Step::earlyTimer))
              .noneMatch(better -> isSame(better, failure));
        }
      }
    }
  }
}

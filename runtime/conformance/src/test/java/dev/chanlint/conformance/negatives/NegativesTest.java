package dev.chanlint.conformance.negatives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.conformance.Sample;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the rules must say nothing of shows no fault within a bound, so that their silence is right.
 */
final class NegativesTest {

  private static final Path FOLDER = Path.of("..", "..", "testdata", "negatives");
  private static final int FEWEST = 60;
  private static final int MOST_EXECUTIONS = Sample.most(200, 1_000);
  private static final int MOST_PREEMPTIONS = 2;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @TempDir private static Path classes;

  private static Sandbox sandbox = new Sandbox(List.of());

  @BeforeAll
  static void compile() throws IOException {
    Compilation.of(sources(), classes);
    sandbox = new Sandbox(List.of(classes));
  }

  @AfterAll
  static void close() throws IOException {
    sandbox.close();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  static List<String> programs() throws IOException {
    return sources().stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .toList();
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(programs()).hasSizeGreaterThanOrEqualTo(FEWEST);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void showsNoFault(String program) {
    Exploration exploration =
        Explorer.builder()
            .strategy(Strategy.bounded(MOST_PREEMPTIONS))
            .maxExecutions(MOST_EXECUTIONS)
            .maxDuration(LONGEST)
            .build()
            .explore(new SandboxWorkload(sandbox.copy(), program, true));
    assertThat(exploration.executions()).isPositive();
    assertThat(exploration.failures())
        .filteredOn(failure -> !isIdleAtTheEnd(failure))
        .extracting(Failure::message)
        .isEmpty();
  }

  /** A goroutine that had nothing left to do when main returned is no fault. */
  private static boolean isIdleAtTheEnd(Failure failure) {
    return failure.fault() == Fault.ABANDONED && failure.sites().isEmpty();
  }
}

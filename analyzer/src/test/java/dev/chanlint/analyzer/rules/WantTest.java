package dev.chanlint.analyzer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that say themselves what must be found in them. */
@Execution(ExecutionMode.CONCURRENT)
class WantTest {

  @TestFactory
  List<DynamicTest> seedsGiveWhatTheyWant() throws IOException {
    return each("seeds", WantTest::givesWhatItWants);
  }

  @TestFactory
  List<DynamicTest> rulesGiveWhatTheirSourcesWant() throws IOException {
    return each("rules", WantTest::givesWhatItWants);
  }

  @TestFactory
  List<DynamicTest> whatNothingCallsGivesWhatItWants() throws IOException {
    return each("uncalled", WantTest::givesWhatItWants);
  }

  @TestFactory
  List<DynamicTest> rightProgramsGiveNothing() throws IOException {
    return each("negatives", WantTest::givesNothing);
  }

  @ParameterizedTest
  @CsvSource({"kernels, 1", "kernels-own, 4"})
  void kernelsAreFoundAndTheirFixesAreQuiet(String folder, int oneIn) throws IOException {
    List<Path> missed = new ArrayList<>();
    List<Path> noisy = new ArrayList<>();
    KernelClasses classes = new KernelClasses(Linted.TESTDATA.resolve(folder));
    List<Path> sources =
        Effort.oneIn(oneIn, kernels(folder)).stream()
            .flatMap(
                kernel -> Stream.of(kernel.resolve("Buggy.java"), kernel.resolve("Fixed.java")))
            .toList();
    List<Linted> all = sources.parallelStream().map(WantTest::linted).toList();
    for (int i = 0; i < all.size(); i++) {
      Path file = sources.get(i);
      Linted linted = all.get(i);
      if (file.endsWith("Buggy.java")) {
        classes.buggy(file, linted.meetsOne());
        if (!linted.meetsOne()) {
          missed.add(file);
        }
      } else {
        classes.repaired(file, !linted.findings().isEmpty());
        if (!linted.findings().isEmpty()) {
          noisy.add(file);
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(noisy).isEmpty();
    if (oneIn == 1 || Effort.FULL) {
      assertThat(Files.readAllLines(Linted.TESTDATA.resolve(folder).resolve("README.md")))
          .as("the table by class of bug")
          .containsSequence(classes.table());
    }
  }

  private static List<Path> kernels(String folder) throws IOException {
    try (Stream<Path> kernels = Files.list(Linted.TESTDATA.resolve(folder))) {
      return kernels.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Linted linted(Path file) {
    try {
      return Linted.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void givesWhatItWants(Path file) throws IOException {
    Linted linted = Linted.of(file);
    assertThat(linted.unwanted()).isEmpty();
    assertThat(linted.unmet()).isEmpty();
  }

  private static void givesNothing(Path file) throws IOException {
    assertThat(Linted.of(file).findings()).isEmpty();
  }

  private interface Check {
    void of(Path file) throws IOException;
  }

  private static List<DynamicTest> each(String folder, Check check) throws IOException {
    return Linted.sources(folder).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.of(file)))
        .toList();
  }
}

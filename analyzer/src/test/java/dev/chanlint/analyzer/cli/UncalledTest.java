package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries, whose functions nothing in the program calls, are analysed and confirmed too. */
class UncalledTest {

  private static final Path LIBRARIES = Path.of("..", "testdata", "uncalled");

  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsWrongInAnUncalledFunctionGetsItsVerdict() throws IOException {
    List<Path> files = sources("wrong");
    Checked checked = Checked.of(files, folder);
    assertThat(checked.reported()).containsExactlyInAnyOrderElementsOf(Checked.wanted(files));
    assertThat(checked.status()).isEqualTo(1);
  }

  @Test
  void whatIsRightInAnUncalledFunctionGivesNothing() throws IOException {
    Checked checked = Checked.of(sources("right"), folder);
    assertThat(checked.reported()).isEmpty();
    assertThat(checked.status()).isZero();
  }

  @Test
  void theReportShowsTheHarnessThatConfirmed() {
    StringWriter out = new StringWriter();
    Checked.run(out, "check", LIBRARIES.resolve("wrong/FirstAnswer.java").toString());
    assertThat(out.toString())
        .contains("CONFIRMED: leak in uncalled.FirstAnswer_firstOf_Harness#call: goroutine")
        .contains("no main or test reaches it; this, which is not part of the program, was run")
        .contains("uncalled.FirstAnswer.firstOf((switch (choice.nextInt(3)) {");
  }

  @Test
  void whereNoHarnessCanBeMadeTheReasonIsSaid() throws IOException {
    Checked checked = Checked.of(List.of(LIBRARIES.resolve("wrong/GivenExecutor.java")), folder);
    assertThat(StreamSupport.stream(checked.results().spliterator(), false))
        .extracting(result -> result.at("/properties/reason").asText())
        .containsExactly(
            "no main or test reaches it; no harness can call GivenExecutor.announce: no value is"
                + " known for its parameter of type java.util.concurrent.Executor");
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> files = Files.list(LIBRARIES.resolve(kind))) {
      return files.sorted().toList();
    }
  }
}

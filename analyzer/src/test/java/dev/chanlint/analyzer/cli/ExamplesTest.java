package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that people copy have no finding, and each broken one has what it is there for. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @Test
  void whatPeopleCopyIsClean(@TempDir Path folder) throws IOException {
    Checked checked =
        Checked.of(
            List.of(EXAMPLES.resolve("src/main/java")),
            folder,
            "--classpath",
            System.getProperty("java.class.path"));

    assertThat(checked.reported()).isEmpty();
    assertThat(checked.status()).isZero();
  }

  @Test
  void whatIsBrokenIsCaught(@TempDir Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(EXAMPLES.resolve("broken"))) {
      files = all.sorted().toList();
    }

    Checked checked = Checked.of(files, folder);

    assertThat(checked.reported()).containsExactlyInAnyOrderElementsOf(Checked.wanted(files));
    assertThat(checked.status()).isEqualTo(1);
  }
}

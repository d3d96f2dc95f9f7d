package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.Wants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules' sources whose wants name verdicts get just these. */
class RuleVerdictsTest {

  private static final Path RULES = Path.of("..", "testdata", "rules");

  @Test
  void whatIsWantedGetsItsVerdict(@TempDir Path folder) throws IOException {
    List<Path> files = withVerdicts();
    Checked checked = Checked.of(files, folder);
    assertThat(checked.reported()).containsExactlyInAnyOrderElementsOf(Checked.wanted(files));
    assertThat(checked.status()).isEqualTo(1);
  }

  private static List<Path> withVerdicts() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(RULES)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (Wants.in(file).stream().anyMatch(want -> want.verdict() != null)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}

package dev.chanlint.benchmarks.explorers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That builds are measured beside one another, not how fast they are. */
@Timeout(120)
final class ComparisonTest {

  private static final String NUMBER = "[0-9.,]+";

  @Test
  void measuresAnotherBuild() throws Exception {
    Comparison comparison =
        Comparison.withBuild(System.getProperty("java.class.path"), /* seconds= */ "0.01");
    assertThat(comparison.heading())
        .isEqualTo(
            """
            | program | traces | chanlint, executions/s | chanlint, other build, executions/s\
             | chanlint, s | chanlint, other build, s | × chanlint, other build |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |""");
    assertThat(comparison.row(Explored.LOCKS))
        .matches("\\| 2 threads × 5 lock, unlock \\| 252( \\| " + NUMBER + "){5} \\|");
  }

  /** Its own classes alone are used: where there are none, this build's do not stand in. */
  @Test
  void leavesOutABuildThatFails() throws Exception {
    Comparison comparison = Comparison.withBuild("no-such-folder", /* seconds= */ "0.01");
    assertThat(comparison.row(Explored.LOCKS))
        .matches(
            "\\| 2 threads × 5 lock, unlock \\| 252 \\| %s \\| – \\| %s \\| – \\| – \\|"
                .formatted(NUMBER, NUMBER));
  }
}

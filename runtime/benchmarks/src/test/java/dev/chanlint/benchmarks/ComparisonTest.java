package dev.chanlint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.runtime.Chan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

final class ComparisonTest {

  private static Path ofRuntime() throws URISyntaxException {
    return Path.of(Chan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** That it measures, not what. */
  @Test
  @Timeout(120)
  void measuresTheRowsAskedFor() throws URISyntaxException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int status =
          new CommandLine(new Comparison())
              .execute(
                  "--rows=ALONE",
                  "--peers=QUEUE",
                  "--other=" + ofRuntime(),
                  "--rounds=1",
                  "--warmup=20",
                  "--time=10",
                  "--park=1000");
      assertThat(status).isZero();
    } finally {
      System.setOut(before);
    }
    String number = "[0-9.,]+";
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "| workload | chanlint | chanlint, other build | j.u.c. queue"
                            + " | × chanlint, other build | × j.u.c. queue |"),
            line -> assertThat(line).startsWith("| ---"),
            line -> assertThat(line).matches("\\| send \\+ receive .*( \\| " + number + "){5} \\|"),
            line -> assertThat(line).matches("\\| bytes per parked .*( \\| " + number + "){5} \\|"),
            line -> assertThat(line).matches("\\| kilobytes .*( \\| " + number + "){5} \\|"),
            line -> assertThat(line).matches("\\| geometric mean \\|.* " + number + " \\|"));
  }
}

package dev.chanlint.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.verification.ordering.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the jcstress tests: each in JVMs of its own, the actors on threads of the platform. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
final class OrderingTest {

  private static final Path RESULTS = Path.of("target", "jcstress");

  /** Of three kinds, one that passes values, one that closes, one that locks. */
  private static final String SAMPLE =
      "Order.TwoSenders|Closing.AgainstBufferedSend|HandOver.MutexExcludes";

  /** The last of the running totals that jcstress prints. */
  private static final Pattern TOTALS =
      Pattern.compile(
          "\\(Results: (\\d+) planned; (\\d+) passed, 0 failed, 0 soft errs, 0 hard errs\\)");

  @Test
  void nothingIsSeenThatMustNotBe() throws IOException, InterruptedException {
    Files.createDirectories(RESULTS);
    Path log = RESULTS.resolve("log.txt");
    int status = runJcstress(log);
    String output = Files.readString(log);
    assertThat(status).as(output).isZero();
    MatchResult totals = TOTALS.matcher(output).results().reduce((a, b) -> b).orElseThrow();
    assertThat(totals.group(2)).as(output).isEqualTo(totals.group(1)).isNotEqualTo("0");
  }

  private static int runJcstress(Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-r", "report"));
    command.addAll(options());
    Process jcstress =
        new ProcessBuilder(command)
            .directory(RESULTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return jcstress.waitFor();
    } finally {
      jcstress.destroy();
    }
  }

  /** The full sweep has each actor interpreted, and compiled by each compiler. */
  private static List<String> options() {
    List<String> options = new ArrayList<>(List.of("-f", "1", "-jvmArgs", "-XX:+UseSerialGC"));
    options.addAll(
        Effort.asked() == Effort.FULL
            ? List.of("-t", Publication.class.getPackageName(), "-iters", "5", "-time", "100")
            : List.of("-t", SAMPLE, "-iters", "1", "-time", "20", "-sc", "false"));
    return options;
  }
}

package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check that is told to end, as by Ctrl-C, tells what it knows and leaves no process behind. */
class CancelledTest {

  /**
   * Whether the finding is right depends on a draw from many, and there are many schedules to run.
   */
  private static final String PROGRAM =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;
      import java.util.concurrent.ThreadLocalRandom;

      public class Slow {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> many = Chan.make();
                for (int sender = 0; sender < 14; sender++) {
                  Go.go(() -> many.send(1));
                }
                for (int i = 0; i < 14; i++) {
                  many.receive();
                }
                Chan<Integer> numbers = Chan.make();
                Go.go(() -> numbers.send(0));
                if (ThreadLocalRandom.current().nextInt(1_000_000_000) != 7) {
                  numbers.receive();
                }
              });
        }
      }
      """;

  @Test
  @Timeout(180)
  void tellsWhatItKnowsAndLeavesNoProcess(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Slow.java"), PROGRAM);
    Process check = start(source, folder);
    List<ProcessHandle> workers = workersOf(check);
    assertThat(workers).as(Files.readString(folder.resolve("err"))).isNotEmpty();

    check.destroy();

    assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle worker : workers) {
      worker.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(Files.readString(folder.resolve("out")))
        .contains("Slow.java:17:", "[leak-send]", "UNDECIDED: ", "cancelled", "1 undecided");
  }

  private static Process start(Path source, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Chanlint.class.getName(),
            "check",
            source.toString(),
            "--no-cache",
            "--budget",
            "10m")
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static List<ProcessHandle> workersOf(Process check) throws InterruptedException {
    List<ProcessHandle> workers = check.descendants().toList();
    while (workers.isEmpty() && check.isAlive()) {
      Thread.sleep(100);
      workers = check.descendants().toList();
    }
    return workers;
  }
}

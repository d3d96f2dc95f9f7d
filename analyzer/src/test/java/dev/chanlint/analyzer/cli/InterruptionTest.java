package dev.chanlint.analyzer.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The command, as a process of its own, is told to end while it explores: it says what it knows and
 * leaves no process behind.
 */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {

  private static final String QUICK =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;

      class Quick {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> nobody = Chan.make();
                Go.go(() -> nobody.send(1));
              });
        }
      }
      """;

  /** Its one execution never ends, so that nobody knows whether it leaks. */
  private static final String SLOW =
      """
      import dev.chanlint.runtime.Chan;
      import dev.chanlint.runtime.Go;
      import java.util.stream.LongStream;

      class Slow {
        public static void main(String[] args) {
          Go.run(
              () -> {
                Chan<Integer> nobody = Chan.make();
                Go.go(() -> nobody.send(1));
                LongStream.iterate(1, Long::bitCount).anyMatch(n -> n < 0);
              });
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  private Process start(Path sarif) throws IOException {
    Path sources = Files.createDirectory(folder.resolve("src"));
    Files.writeString(sources.resolve("Quick.java"), QUICK);
    Files.writeString(sources.resolve("Slow.java"), SLOW);
    ProcessBuilder command =
        OwnProcess.of(
            List.of("-Dchanlint.progress=true"),
            "check",
            sources.toString(),
            "--budget",
            "60m",
            "--format",
            "text",
            "--format",
            "sarif=" + sarif);
    command.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    command.redirectError(folder.resolve("err").toFile());
    return command.start();
  }

  private static List<String> readUpTo(String part, BufferedReader out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.contains(part)) {
        return lines;
      }
    }
    throw new AssertionError("ended without '" + part + "': " + lines);
  }

  private static void signal(Process process, String name) throws Exception {
    assumeTrue(name.equals("TERM") || !ignoresInterrupts(process), "SIGINT is ignored here");
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** As what a shell starts in the background does, and all that it starts. */
  private static boolean ignoresInterrupts(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static String rest(BufferedReader out) {
    try (out) {
      return out.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void tellsWhatIsKnownAndLeavesNothingBehind(String name, int status) throws Exception {
    Path sarif = folder.resolve("report.sarif");
    Process process = start(sarif);
    try (BufferedReader out = process.inputReader()) {
      List<String> before = readUpTo("replay:", out);
      List<ProcessHandle> workers = process.descendants().toList();
      signal(process, name);
      String after = CompletableFuture.supplyAsync(() -> rest(out)).get(2, MINUTES);

      assertThat(process.waitFor(2, MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(status);
      assertThat(String.join("\n", before)).contains("Quick.java", "CONFIRMED");
      assertThat(after)
          .contains("Slow.java")
          .containsPattern("UNDECIDED: .*the check was cancelled")
          .contains("chanlint: note: the check was cancelled")
          .contains("2 findings: 1 confirmed, 1 undecided, 0 structural, 0 refuted in 2 files");
      assertThat(workers).isNotEmpty();
      for (ProcessHandle worker : workers) {
        assertThat(worker.onExit().get(1, MINUTES).isAlive()).isFalse();
      }
      JsonNode run = new ObjectMapper().readTree(sarif.toFile()).at("/runs/0");
      assertThat(run.at("/results")).hasSize(2);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

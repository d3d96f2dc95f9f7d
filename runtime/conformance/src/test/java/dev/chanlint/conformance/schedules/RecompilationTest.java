package dev.chanlint.conformance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.chanlint.conformance.Compilation;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.ScheduleMismatchException;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A schedule is still one of code that was compiled again, unless what was done on its way is done
 * otherwise now: then that is said.
 */
final class RecompilationTest {

  private static final String PROGRAM =
      """
      import dev.chanlint.runtime.*;

      class Program {
        //here
        static int count;
        static Runnable unrelated = () -> {};

        static void main() {
          unrelated.run();
          Mutex mutex = new Mutex();
          Chan<Integer> results = Chan.make();
          for (int i = 1; i <= 2; i++) {
            Go.go(() -> work(mutex, results));
          }
          results.receive();
          //end
        }

        static void work(Mutex mutex, Chan<Integer> results) {
          mutex.lock();
          mutex.unlock();
          int seen = count;
          count = seen + 1;
          if (seen == 0) {
            results.send(seen);
          }
        }
      }
      """;

  @TempDir private Path folder;

  private <T> T with(String source, Function<SandboxWorkload, T> use) throws IOException {
    Path file = folder.resolve("Program.java");
    Files.writeString(file, source);
    Path classes = Files.createTempDirectory(folder, "classes");
    Compilation.of(List.of(file), classes);
    try (Sandbox sandbox = new Sandbox(List.of(classes))) {
      return use.apply(new SandboxWorkload(sandbox, "Program", true));
    }
  }

  /**
   * One of the leak needs both goroutines to read before one writes: a schedule of racing accesses.
   */
  private Failure failure(Fault fault) throws IOException {
    return with(PROGRAM, workload -> Explorer.builder().build().explore(workload))
        .failures()
        .stream()
        .filter(failure -> failure.fault() == fault)
        .findFirst()
        .orElseThrow();
  }

  private Exploration replay(Schedule schedule, String from, String to) throws IOException {
    String source = PROGRAM.replace(from, to.replace('~', '\n'));
    assertThat(source).isNotEqualTo(PROGRAM);
    return with(source, workload -> Explorer.replay(schedule, workload));
  }

  /** A tilde stands for a new line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//here          | //~//~//~",
        "//here          | static Runnable one = () -> System.exit(1);",
        "//here          | static Object two = new Object() { int x = 1; };",
        "//here          | static void before() { new Mutex().lock(); Go.go(() -> count++); }",
        "//here          | static int another; static long more;",
        "int seen        | int unused = 7; int seen",
        "//end           | if (count > 99) { count = 3; }",
      })
  void codeThatDoesTheSameIsReplayed(String from, String to) throws IOException {
    for (Fault fault : List.of(Fault.RACE, Fault.LEAK)) {
      Failure failure = failure(fault);

      Exploration replayed = replay(failure.schedule(), from, to);

      assertThat(replayed.failures())
          .extracting(Failure::fault)
          .as(failure.schedule().text())
          .contains(fault);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mutex.lock();                    | mutex.lock(); mutex.unlock(); mutex.lock();",
        "i <= 2                           | i <= 1",
        "results.send(seen);              | results.close();",
        "Chan.make()                      | Chan.make(1)",
        "work(                            | toil(",
        "new Mutex()                      | null",
        "results.receive();               | ",
      })
  void codeThatDoesOtherwiseIsRefusedOnOneLine(String from, String to) throws IOException {
    Schedule schedule = failure(Fault.LEAK).schedule();

    assertThatExceptionOfType(ScheduleMismatchException.class)
        .isThrownBy(() -> replay(schedule, from, to == null ? "" : to))
        .withMessageStartingWith("the code has changed under the schedule: ")
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }
}

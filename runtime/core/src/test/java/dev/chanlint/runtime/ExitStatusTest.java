package dev.chanlint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a process ends whose main program fails, and what it prints. */
final class ExitStatusTest {

  /** The programs, run in a process of their own. */
  static final class Programs {
    public static void main(String[] args) {
      switch (args[0]) {
        case "deadlock" -> Go.run(() -> Chan.make().receive());
        case "deadlockAfterSleep" ->
            Go.run(
                () -> {
                  Go.sleep(Duration.ofMillis(1));
                  Chan.make().receive();
                });
        case "panic" ->
            Go.run(
                () -> {
                  Go.go(
                      () -> {
                        throw new IllegalStateException("boom");
                      });
                  Chan.make().receive();
                });
        case "returns" -> {
          Go.run(() -> Go.go(() -> Chan.make().receive()));
          System.out.println("returned");
        }
        case "caught" -> {
          try {
            Go.run(() -> Chan.make().receive());
          } catch (DeadlockError e) {
            System.out.println("caught");
          }
        }
        case "other" -> {
          try {
            Go.run(() -> Chan.make().receive());
          } catch (DeadlockError e) {
            throw new IllegalStateException("other");
          }
        }
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private record Ended(int status, String out, String err) {}

  private static Ended run(String program) throws Exception {
    return java(Programs.class.getName(), program);
  }

  /** Runs Java on a class or a source file, with an argument. */
  private static Ended java(String program, String argument) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program,
                    argument))
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  @Test
  void deadlockEndsWithStatus2AndTheReportAlone() throws Exception {
    Ended ended = run("deadlock");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .startsWith(
            "fatal error: all goroutines are asleep - deadlock!", "", "goroutine 1 [chan receive]:")
        .hasSize(4)
        .last()
        .asString()
        .contains("(ExitStatusTest.java:");
  }

  @Test
  void theThreadThatTheJdkMakesForTheFirstSleepHidesNoDeadlock() throws Exception {
    assertThat(run("deadlockAfterSleep").status()).isEqualTo(2);
  }

  @Test
  void panicEndsWithStatus2AndTheReportAlone() throws Exception {
    Ended ended = run("panic");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err().lines())
        .startsWith("panic: java.lang.IllegalStateException: boom", "", "goroutine 2 [running]:")
        .hasSize(4);
  }

  /** The launcher of source files cuts its own frames off the stack of what main throws. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Chan.make().receive()", "{ throw new IllegalStateException(\"boom\"); }"})
  void aSourceFileEndsLikeAClass(String body, @TempDir Path folder) throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("Main.java"),
            """
            import dev.chanlint.runtime.*;

            class Main {
              public static void main(String[] args) {
                Go.run(() -> %s);
              }
            }
            """
                .formatted(body));
    Ended ended = java(source.toString(), "");
    assertThat(ended.status()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).matches("(?s)(fatal error: all goroutines|panic: ).*");
  }

  @Test
  void mainReturnsThoughGoroutinesRun() throws Exception {
    assertThat(run("returns")).isEqualTo(new Ended(0, "returned\n", ""));
  }

  @Test
  void aDeadlockThatIsCaughtEndsNothing() throws Exception {
    assertThat(run("caught")).isEqualTo(new Ended(0, "caught\n", ""));
  }

  @Test
  void anythingElseUncaughtIsJavasOwn() throws Exception {
    Ended ended = run("other");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith("Exception in thread \"main\" java.lang.IllegalStateException: other");
  }
}

package dev.chanlint.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * What the command made of an input that may be bad.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Tried(int status, String out, String err) {

  /** What takes longer hangs: the slowest that does not takes a twentieth on an idle machine. */
  private static final int LIMIT_SECONDS = 120;

  /** What tells a programmer where the program went wrong, and a user nothing. */
  private static final Pattern INTERNALS =
      Pattern.compile("internal error|^\\s+at [\\w.$/]+\\(|Exception in thread", Pattern.MULTILINE);

  private static final Pattern EXCEPTION = Pattern.compile("[a-z]\\.[A-Z]\\w*Exception\\b");

  /**
   * Runs the command.
   *
   * @param input standard input
   * @throws AssertionError if it hangs or throws
   */
  static Tried of(Services services, String input, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter errors = new PrintWriter(err, true);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            errors,
            false,
            Ansi.OFF);
    ByteArrayOutputStream leaked = new ByteArrayOutputStream();
    int status =
        withStandardError(
            new PrintStream(leaked, true, StandardCharsets.UTF_8),
            () ->
                inTime(
                    () ->
                        Chanlint.run(
                            services,
                            terminal,
                            new PrintWriter(out, true),
                            errors,
                            arguments.toArray(String[]::new))));
    return new Tried(status, out.toString(), err + leaked.toString(StandardCharsets.UTF_8));
  }

  private interface Command {
    int run();
  }

  /** Libraries that lose their temper write there. */
  private static int withStandardError(PrintStream err, Command command) {
    PrintStream before = System.err;
    System.setErr(err);
    try {
      return command.run();
    } finally {
      System.setErr(before);
    }
  }

  /** On a thread with as much stack as the command's own has. */
  private static int inTime(Command command) {
    FutureTask<Integer> task = new FutureTask<>(command::run);
    Thread thread = Thread.ofPlatform().daemon().name("command").start(task);
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      String stack =
          Arrays.stream(thread.getStackTrace())
              .map(Object::toString)
              .collect(Collectors.joining("\n  "));
      thread.interrupt();
      throw new AssertionError("it hangs:\n  " + stack, e);
    } catch (ExecutionException e) {
      throw new AssertionError("it throws " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * Holds what is promised of any input: a status that says how it went, findings or one clear
   * line, and nothing of the program's insides.
   */
  void assertClear() {
    assertThat(status).as(err).isBetween(Exit.CLEAN, Exit.FAILED);
    assertThat(INTERNALS.matcher(out + err).results().toList()).as(out + err).isEmpty();
    if (status == Exit.FAILED) {
      assertThat(err).doesNotContainPattern(EXCEPTION);
      assertThat(complaints()).as(err).singleElement().asString().startsWith("chanlint: ");
    } else {
      assertThat(err).isEmpty();
    }
  }

  private List<String> complaints() {
    return err.lines()
        .filter(line -> !line.startsWith("Did you mean") && !line.startsWith("Possible solutions"))
        .toList();
  }
}

package dev.chanlint.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** Where people and editors are: standard input, colours for results, a line of progress. */
final class Terminal {

  private static final String ERASED_LINE = "\r\u001b[K";

  /** What Emacs says it is where it shows what a command prints as plain text. */
  private static final Pattern EMACS_LOG = Pattern.compile(".*,(compile|comint)");

  private final InputStream in;
  private final PrintWriter err;
  private final boolean showsProgress;
  private final Ansi ansi;

  Terminal(InputStream in, PrintWriter err, boolean showsProgress, Ansi ansi) {
    this.in = in;
    this.err = err;
    this.showsProgress = showsProgress;
    this.ansi = ansi;
  }

  /**
   * The terminal of this process.
   *
   * @param err where progress is shown
   * @param looksOn whether somebody looks on there
   * @param environment the process's environment
   */
  static Terminal of(PrintWriter err, boolean looksOn, Map<String, String> environment) {
    return obeys(environment)
        ? new Terminal(System.in, err, looksOn, Ansi.AUTO)
        : new Terminal(System.in, err, false, Ansi.OFF);
  }

  /** Whether a terminal does what control sequences say, and does not print them. */
  private static boolean obeys(Map<String, String> environment) {
    return !environment.getOrDefault("TERM", "").equals("dumb")
        && !EMACS_LOG.matcher(environment.getOrDefault("INSIDE_EMACS", "")).matches();
  }

  /**
   * All of standard input.
   *
   * @throws UserException if it cannot be read
   */
  String input() {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserException("standard input cannot be read: " + e, e);
    }
  }

  /** Whether results are coloured. */
  Ansi ansi() {
    return ansi;
  }

  /** Says what is going on; nothing if nobody looks on. */
  synchronized void progress(String what) {
    if (showsProgress) {
      err.print(ERASED_LINE + "chanlint: " + what);
      err.flush();
    }
  }

  /** Prints a text on standard output, where the line of progress may be. */
  synchronized void print(PrintWriter out, String text) {
    endProgress();
    out.print(text);
    out.flush();
  }

  /** Takes the line of progress away. */
  synchronized void endProgress() {
    if (showsProgress) {
      err.print(ERASED_LINE);
      err.flush();
    }
  }
}

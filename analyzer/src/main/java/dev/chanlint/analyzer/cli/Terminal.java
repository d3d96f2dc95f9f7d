package dev.chanlint.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** Where people and editors are: standard input, colours for results, a line of progress. */
final class Terminal {

  private static final String ERASED_LINE = "\r\u001b[K";

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

package dev.chanlint.analyzer.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Where people look on: colours for results, one line of progress on standard error. */
final class Terminal {

  private static final String ERASED_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean showsProgress;
  private final Ansi ansi;

  Terminal(PrintWriter err, boolean showsProgress, Ansi ansi) {
    this.err = err;
    this.showsProgress = showsProgress;
    this.ansi = ansi;
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

  /** Takes the line of progress away. */
  synchronized void endProgress() {
    if (showsProgress) {
      err.print(ERASED_LINE);
      err.flush();
    }
  }
}

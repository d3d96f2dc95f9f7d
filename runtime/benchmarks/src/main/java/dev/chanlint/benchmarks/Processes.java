package dev.chanlint.benchmarks;

import java.io.IOException;
import java.util.List;

/** Runs a program for what it prints. */
public final class Processes {

  private Processes() {}

  /**
   * What a program prints on standard output.
   *
   * @throws IOException if it cannot be started or ends with a status other than 0
   */
  public static List<String> lines(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines;
    try (var out = process.inputReader()) {
      lines = out.lines().toList();
    }
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(command.get(0) + " ended with status " + status);
    }
    return lines;
  }
}

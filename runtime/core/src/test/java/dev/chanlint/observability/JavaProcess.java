package dev.chanlint.observability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of {@link Programs} in a JVM of its own. */
final class JavaProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;

  private JavaProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.err = process.errorReader();
  }

  static JavaProcess start(String program, String... jvmArguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Programs.class.getName(), program));
    return new JavaProcess(new ProcessBuilder(command).start());
  }

  /** The next line of its output. */
  String readLine() throws IOException {
    return String.valueOf(out.readLine());
  }

  /** Its errors up to a line that contains a text. */
  String readErrorsUpTo(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      read.append(line).append('\n');
      if (line.contains(text)) {
        return read.toString();
      }
    }
    throw new IllegalStateException("'" + text + "' is not in\n" + read);
  }

  /** Sends it a signal. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  /** Ends its input and waits for it to end; returns the rest of its output. */
  List<String> finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    List<String> rest = out.lines().toList();
    String errors = String.join("\n", err.lines().toList());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("status " + process.exitValue() + ": " + errors);
    }
    return rest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

package dev.chanlint.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The analyzer in a JVM of its own.
 *
 * @param jdk the home of the JDK that it runs on
 * @param jars its class path
 * @param jvmArguments further arguments of the JVM
 */
record Analyzer(Path jdk, List<Path> jars, List<String> jvmArguments) {

  /** The file of its arguments, beside what it prints. */
  static final String ARGUMENTS = "chanlint.args";

  private static final String MAIN = "dev.chanlint.analyzer.cli.Chanlint";

  /** Both make for a fast start, which counts more than peak speed in a run of seconds. */
  private static final List<String> FAST_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /**
   * Runs it.
   *
   * @param folder where
   * @param log receives what it prints
   * @param arguments its arguments
   * @return its exit status: 0, or 1 if there are findings that count
   * @throws MojoExecutionException if it could not analyse; the message is its own
   */
  int run(Path folder, Path log, List<String> arguments) throws MojoExecutionException {
    Path argumentFile = log.resolveSibling(ARGUMENTS);
    List<String> command =
        List.of(jdk.resolve("bin").resolve("java").toString(), "@" + argumentFile);
    try {
      Files.writeString(argumentFile, argumentFile(arguments), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int status = await(process);
      if (status != 0 && status != 1) {
        throw new MojoExecutionException(
            "chanlint could not analyse this: " + Files.readString(log).strip());
      }
      return status;
    } catch (IOException e) {
      throw new MojoExecutionException("chanlint could not be started: " + e.getMessage(), e);
    }
  }

  private static int await(Process process) throws MojoExecutionException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("chanlint was interrupted", e);
    }
  }

  /** A class path is often longer than a command line may be. */
  private String argumentFile(List<String> arguments) {
    List<String> words = new ArrayList<>(FAST_START);
    words.addAll(jvmArguments);
    words.add("-Dchanlint.command=chanlint");
    words.add("-cp");
    words.add(joined(jars));
    words.add(MAIN);
    words.addAll(arguments);
    return words.stream()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
        .collect(Collectors.joining());
  }

  /** Paths as one argument. */
  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}

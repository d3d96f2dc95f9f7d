package dev.chanlint.conformance.differential;

import dev.chanlint.conformance.differential.Outcome.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in Go, compiled to one binary; each run is a process of its own. */
final class GoPrograms {

  private static final int MOST_PROCESSORS = 4;
  private static final long COMPILING_SECONDS = 300;

  private final List<Source> programs;
  private final Path folder;
  private final Path output;
  private final Path errors;

  /** Compiles the programs in a folder. */
  GoPrograms(List<Source> programs, Path folder) throws IOException, InterruptedException {
    this.programs = programs;
    this.folder = folder;
    this.output = folder.resolve("stdout.txt");
    this.errors = folder.resolve("stderr.txt");
    Files.writeString(folder.resolve("programs.go"), GoPrinter.file(programs));
    Process build = build().start();
    if (!ends(build, COMPILING_SECONDS) || build.exitValue() != 0) {
      throw new IllegalStateException("go build: " + Files.readString(errors));
    }
  }

  /** Whether the Go toolchain is there. */
  static boolean canBeCompiled() throws InterruptedException {
    try {
      return new ProcessBuilder("go", "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  private ProcessBuilder build() {
    ProcessBuilder builder = process("go", "build", "-o", "programs", "programs.go");
    builder.environment().put("CGO_ENABLED", "0");
    builder.environment().put("GOTOOLCHAIN", "local");
    if (!builder.environment().containsKey("HOME")) {
      builder.environment().putIfAbsent("GOCACHE", folder.resolve("cache").toString());
    }
    return builder;
  }

  /**
   * Runs a program once.
   *
   * @param program its place among the programs
   * @param seed makes the number of processors and the delays differ
   */
  Outcome run(int program, int seed) throws IOException, InterruptedException {
    ProcessBuilder builder =
        process(folder.resolve("programs").toString(), "" + program, "" + seed);
    builder.environment().put("GOMAXPROCS", "" + (1 + seed % MOST_PROCESSORS));
    Process run = builder.start();
    End end =
        !ends(run, End.LONGEST_SECONDS)
            ? new End.Endless()
            : run.exitValue() == 0 ? new End.Returned() : Report.ofGo(Files.readString(errors));
    return new Outcome(end, traces(programs.get(program).goroutines().size()));
  }

  /** Each line is the number of a goroutine and an event. */
  private List<String> traces(int goroutines) throws IOException {
    List<String> traces = new ArrayList<>(Collections.nCopies(goroutines, ""));
    for (String line : Files.readAllLines(output)) {
      String[] words = line.split(" ");
      int goroutine = Integer.parseInt(words[0]);
      traces.set(goroutine, traces.get(goroutine) + words[1] + " ");
    }
    return traces;
  }

  private ProcessBuilder process(String... command) {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(output.toFile())
        .redirectError(errors.toFile());
  }

  /** Waits for the end of a process, and ends it if that takes too long. */
  private static boolean ends(Process process, long seconds) throws InterruptedException {
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      return true;
    }
    process.destroyForcibly().waitFor();
    return false;
  }
}

package dev.chanlint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs in Go, built beforehand: a process that prints its measurements as lines. */
record GoProcess(Path program) {

  /** Measures a row; returns the nanoseconds per run of each iteration. */
  List<Double> measure(Row row, Timing timing) throws IOException, InterruptedException {
    return run(
            "-row",
            row.name(),
            "-size",
            Integer.toString(row.size),
            "-warmup",
            timing.warmup().toMillis() + "ms",
            "-time",
            timing.iteration().toMillis() + "ms",
            "-iterations",
            Integer.toString(timing.iterations()))
        .stream()
        .map(Double::valueOf)
        .toList();
  }

  /** Runs a row's program once in a size; returns its sum. */
  long sum(Row row, int size) throws IOException, InterruptedException {
    return Long.parseLong(run("-row", row.name(), "-size", Integer.toString(size), "-sum").get(0));
  }

  /** Parks goroutines; returns the bytes that each takes, and the kilobytes resident. */
  List<Long> park(int goroutines) throws IOException, InterruptedException {
    return run("-park", Integer.toString(goroutines)).stream().map(Long::valueOf).toList();
  }

  private List<String> run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    return Processes.lines(command);
  }
}

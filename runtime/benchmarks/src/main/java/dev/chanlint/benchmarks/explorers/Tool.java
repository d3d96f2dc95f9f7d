package dev.chanlint.benchmarks.explorers;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Explorer;
import dev.chanlint.explorer.sandbox.Sandbox;
import dev.chanlint.explorer.sandbox.SandboxWorkload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;

/** What explores. */
public enum Tool {
  /** The explorer on one thread. */
  CHANLINT("chanlint", 1_000_000, List.of("--add-opens=java.base/java.lang=ALL-UNNAMED")) {
    @Override
    long explore(Explored program, long executions) {
      return search(program, executions, 1);
    }
  },

  /** The explorer on as many threads as there are cores. */
  CHANLINT_ALL_CORES(
      "all cores", 1_000_000, List.of("--add-opens=java.base/java.lang=ALL-UNNAMED")) {
    @Override
    long explore(Explored program, long executions) {
      return search(program, executions, Runtime.getRuntime().availableProcessors());
    }
  },

  /** Lincheck's model checking of a concurrent test. */
  LINCHECK(
      "Lincheck",
      5_000,
      List.of(
          "-XX:+EnableDynamicAgentLoading",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.util=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow")) {
    @Override
    boolean canExplore(Explored program) {
      return program.forAll;
    }

    @Override
    long explore(Explored program, long executions) {
      // Off the heap, for Lincheck puts the heap back as it was after each execution.
      ByteBuffer run = ByteBuffer.allocateDirect(Long.BYTES);
      Lincheck.runConcurrentTest(
          Math.toIntExact(executions),
          () -> {
            run.putLong(0, run.getLong(0) + 1);
            program.run();
          });
      return run.getLong(0);
    }
  },

  /** Fray's random walk, in a JDK that it has made for itself. */
  FRAY("Fray", 1_000, List.of()) {
    /** Not a field's, for Fray's classes are not there when a build of ours is measured. */
    @Override
    List<String> options() {
      return Fray.options();
    }

    @Override
    boolean canExplore(Explored program) {
      return program.forAll && Fray.isThere();
    }

    @Override
    Path java() {
      return Fray.java();
    }

    @Override
    long explore(Explored program, long executions) {
      Fray.explore(program, Math.toIntExact(executions));
      return executions;
    }
  };

  /** What the table calls it. */
  final String title;

  /** How many executions it is asked for at once. */
  final long atOnce;

  private final List<String> options;

  Tool(String title, long atOnce, List<String> options) {
    this.title = title;
    this.atOnce = atOnce;
    this.options = options;
  }

  /** Whether it has the means for a program. */
  boolean canExplore(Explored program) {
    return true;
  }

  /** The options that its JVM needs. */
  List<String> options() {
    return options;
  }

  /** What starts its JVM. */
  Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Explores a program from the start, up to so many executions; returns how many there were. */
  abstract long explore(Explored program, long executions);

  private static long search(Explored program, long executions, int searchers) {
    try (Sandbox sandbox = new Sandbox(List.of(classes()))) {
      Exploration exploration =
          Explorer.builder()
              .maxExecutions(executions)
              .maxDuration(Duration.ofMinutes(5))
              .searchers(searchers)
              .build()
              .explore(new SandboxWorkload(sandbox, program.entry(), false));
      return exploration.executions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the programs are. */
  static Path classes() {
    try {
      return Path.of(Tool.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

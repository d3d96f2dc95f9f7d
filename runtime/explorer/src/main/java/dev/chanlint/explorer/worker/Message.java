package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import java.util.List;
import java.util.Set;

/** What the two JVMs say to each other. */
public sealed interface Message {

  /**
   * What to run.
   *
   * @param classPath folders and jars
   * @param entry a class with a {@code main}, or {@code Class#method}
   * @param program whether it ends when its main goroutine returns
   */
  record Target(List<String> classPath, String entry, boolean program) {}

  /** To the worker: explore; {@code until} are the faults at the first of which to stop. */
  record Explore(
      Target target,
      Strategy strategy,
      long maxExecutions,
      long maxNanos,
      int maxSteps,
      Set<Fault> until)
      implements Message {}

  /** To the worker: run under a schedule so many times. */
  record Replay(Target target, String schedule, int times) implements Message {}

  /** From the worker: a failure was met; the exploration goes on. */
  record Met(Failure failure) implements Message {}

  /** From the worker: the answer. */
  record Answer(Exploration exploration) implements Message {}
}

package dev.chanlint.explorer.worker;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.sandbox.EntryPoint;
import java.util.List;

/** What the two JVMs say to each other. */
public sealed interface Message {

  /**
   * What to run.
   *
   * @param classPath folders and jars
   * @param entry where it begins
   * @param program whether it ends when its main goroutine returns
   * @param allowed the effects that it may have, by name
   */
  record Target(List<String> classPath, EntryPoint entry, boolean program, List<String> allowed) {}

  /** To the worker: explore, and tell of each failure when it is met. */
  record Explore(
      Target target,
      Strategy strategy,
      long maxExecutions,
      long maxNanos,
      int maxSteps,
      int searchers)
      implements Message {}

  /** To the worker: run under a schedule so many times. */
  record Replay(Target target, String schedule, int times) implements Message {}

  /** From the worker: a failure was met; the exploration waits for a {@link Heard}. */
  record Met(Failure failure) implements Message {}

  /** To the worker: the failure was taken note of; go on unless it is enough. */
  record Heard(boolean enough) implements Message {}

  /** From the worker: the answer. */
  record Answer(Exploration exploration) implements Message {}

  /** From the worker: the schedule is not one of the code. */
  record Mismatch(String reason) implements Message {}
}

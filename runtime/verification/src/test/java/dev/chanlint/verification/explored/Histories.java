package dev.chanlint.verification.explored;

import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import dev.chanlint.verification.History;
import dev.chanlint.verification.Linearization;
import dev.chanlint.verification.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The histories of a program that the code of a library makes.
 *
 * @param all the histories
 * @param exploration what they come from
 */
record Histories(Set<History> all, Exploration exploration) {

  private static final int MOST_STEPS = 100_000;
  private static final Duration MOST_TIME = Duration.ofMinutes(20);

  /**
   * Explores a program.
   *
   * @param worker runs it
   * @param play the method of {@link Play} that plays it
   * @param classPath the code of the library, and of what plays
   * @param most how many executions at most
   */
  static Histories of(
      Worker worker,
      Program program,
      String play,
      List<Path> classPath,
      Strategy strategy,
      long most)
      throws InterruptedException {
    String entry = Play.class.getName() + "#" + play + "(" + Program.class.getName() + ")";
    Exploration exploration =
        worker.explore(
            new Worker.Target(classPath, entry, List.of(program), true), budget(strategy, most));
    return new Histories(
        exploration.outcomes().stream()
            .map(outcome -> Transcript.history(program, outcome.output()))
            .collect(Collectors.toSet()),
        exploration);
  }

  /** How much to explore: all that a strategy has, unless something goes wrong. */
  static Worker.Budget budget(Strategy strategy, long most) {
    return new Worker.Budget(strategy, most, MOST_TIME, MOST_STEPS, Set.of());
  }

  /** Those that no order of their calls explains. */
  List<History> unexplained() {
    return all.stream().filter(history -> !Linearization.exists(history)).toList();
  }

  /** What went wrong other than that threads wait for good, which a history tells. */
  List<Failure> failures() {
    return exploration.failures().stream()
        .filter(failure -> failure.fault() != Fault.DEADLOCK)
        .toList();
  }
}

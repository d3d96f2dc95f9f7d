package dev.chanlint.analyzer.confirm;

import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.analyzer.confirm.Verdict.Refuted;
import dev.chanlint.analyzer.confirm.Verdict.Structural;
import dev.chanlint.analyzer.confirm.Verdict.Undecided;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.witness.Counts;
import dev.chanlint.model.code.Program;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The verdict rules: pure functions of a prediction and of what was explored. */
final class Judge {

  /** The shortest story first: fewest preemptions, then fewest steps. */
  private static final Comparator<Failure> SHORTEST =
      Comparator.comparingInt(Failure::preemptions)
          .thenComparingInt(failure -> failure.witness().size());

  private final Program program;

  Judge(Program program) {
    this.program = program;
  }

  /**
   * Gives the verdict.
   *
   * @param prediction what the finding says
   * @param runs the explorations of mains that reach it
   * @param unexplored further entry points that reach it and were not explored
   */
  Verdict verdict(Prediction prediction, List<Run> runs, List<String> unexplored) {
    if (prediction.confirmedBy().isEmpty()) {
      return new Structural();
    }
    return witness(prediction, runs)
        .map(confirmed -> (Verdict) confirmed)
        .or(() -> doubt(prediction, runs, unexplored).map(Undecided::new))
        .orElseGet(() -> new Refuted(justification(runs)));
  }

  /** The shortest execution that fulfils the prediction. */
  Optional<Confirmed> witness(Prediction prediction, List<Run> runs) {
    return runs.stream()
        .flatMap(
            run ->
                run.exploration().failures().stream()
                    .filter(prediction::isFulfilledBy)
                    .map(failure -> new Confirmed(run.entry(), failure)))
        .min(Comparator.comparing(Confirmed::witness, SHORTEST));
  }

  /** The first thing that stands between the runs and a refutation, if any. */
  private Optional<String> doubt(Prediction prediction, List<Run> runs, List<String> unexplored) {
    return Stream.<Optional<String>>concat(
            Stream.of(notReached(runs, unexplored)),
            Stream.concat(
                runs.stream().map(Judge::notExhausted),
                Stream.of(
                    otherFault(prediction, runs),
                    notExecuted(prediction, runs),
                    notUnderstood(),
                    notExplored(unexplored))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> notReached(List<Run> runs, List<String> unexplored) {
    if (!runs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        unexplored.isEmpty()
            ? "no main reaches it"
            : "only tests reach it, which are not run: " + String.join(", ", unexplored));
  }

  private static Optional<String> notExhausted(Run run) {
    Exploration exploration = run.exploration();
    if (!exploration.limits().isEmpty()) {
      return Optional.of(
          "main of " + run.entry() + ": " + String.join("; ", exploration.limits()) + after(run));
    }
    return exploration.exhausted()
        ? Optional.empty()
        : Optional.of("main of " + run.entry() + ": not every schedule was run" + after(run));
  }

  private static String after(Run run) {
    return " (" + Counts.of(run.exploration().executions(), "execution") + ")";
  }

  private static Optional<String> otherFault(Prediction prediction, List<Run> runs) {
    return runs.stream()
        .flatMap(run -> run.exploration().failures().stream())
        .filter(prediction::isTouchedBy)
        .findFirst()
        .map(
            failure ->
                "another fault was met there: "
                    + failure.fault().name().toLowerCase(Locale.ROOT)
                    + ", "
                    + failure.message().lines().findFirst().orElse(""));
  }

  private static Optional<String> notExecuted(Prediction prediction, List<Run> runs) {
    boolean executed =
        runs.stream().anyMatch(run -> prediction.isExecutedIn(run.exploration().executed()));
    return executed
        ? Optional.empty()
        : Optional.of("no schedule of " + mains(runs) + " gets to this line");
  }

  private Optional<String> notUnderstood() {
    return program.gaps().stream()
        .findFirst()
        .map(
            gap -> "the sources were not fully understood: " + gap.at().file() + ": " + gap.what());
  }

  private static Optional<String> notExplored(List<String> unexplored) {
    return unexplored.isEmpty()
        ? Optional.empty()
        : Optional.of("tests reach it too, which are not run: " + String.join(", ", unexplored));
  }

  private static String justification(List<Run> runs) {
    long executions = runs.stream().mapToLong(run -> run.exploration().executions()).sum();
    return "every schedule of "
        + mains(runs)
        + " was run ("
        + Counts.of(executions, "execution")
        + "), the line was executed, and the fault was not there";
  }

  private static String mains(List<Run> runs) {
    return "main of " + String.join(", ", runs.stream().map(Run::entry).toList());
  }
}

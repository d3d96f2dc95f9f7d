package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.Verdict;
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
public final class Judge {

  /** The shortest story first: fewest preemptions, then fewest steps. */
  private static final Comparator<Failure> SHORTEST =
      Comparator.comparingInt(Failure::preemptions)
          .thenComparingInt(failure -> failure.witness().size());

  private final Program program;

  /**
   * Makes one.
   *
   * @param program the code that is judged
   */
  public Judge(Program program) {
    this.program = program;
  }

  /**
   * What a verdict is given on.
   *
   * @param runs the explorations of entry points that reach the finding
   * @param shortfall why less was run than these may cost, for a reader; empty if it was not
   * @param doubts what else might reach it or come of it, and was not run: each keeps it from being
   *     refuted
   */
  public record Evidence(List<Run> runs, Optional<String> shortfall, List<String> doubts) {

    public Evidence {
      runs = List.copyOf(runs);
      doubts = List.copyOf(doubts);
    }

    /**
     * Evidence of all that entry points may cost.
     *
     * @param runs the explorations of entry points that reach the finding
     * @param doubts what else might reach it or come of it, and was not run
     */
    public Evidence(List<Run> runs, List<String> doubts) {
      this(runs, Optional.empty(), doubts);
    }
  }

  /**
   * Gives the verdict.
   *
   * @param prediction what the finding says
   * @param evidence what was explored
   * @return the verdict
   */
  public Verdict verdict(Prediction prediction, Evidence evidence) {
    if (prediction.confirmedBy().isEmpty()) {
      return new Structural();
    }
    return witness(prediction, evidence.runs())
        .map(confirmed -> (Verdict) confirmed)
        .or(() -> doubt(prediction, evidence).map(Undecided::new))
        .orElseGet(() -> new Refuted(justification(evidence.runs())));
  }

  /**
   * The shortest execution that fulfils the prediction.
   *
   * @param prediction what the finding says
   * @param runs the explorations
   * @return it with its entry point, if there is one
   */
  public Optional<Confirmed> witness(Prediction prediction, List<Run> runs) {
    return runs.stream()
        .flatMap(
            run ->
                run.exploration().failures().stream()
                    .filter(prediction::isFulfilledBy)
                    .map(failure -> new Confirmed(run.entry(), failure)))
        .min(Comparator.comparing(Confirmed::witness, SHORTEST));
  }

  /** The first thing that stands between the runs and a refutation, if any. */
  private Optional<String> doubt(Prediction prediction, Evidence evidence) {
    List<Run> runs = evidence.runs();
    if (runs.isEmpty()) {
      return Optional.of(
          evidence.doubts().isEmpty()
              ? "no main or test reaches it"
              : String.join("; ", evidence.doubts()));
    }
    return Stream.<Optional<String>>concat(
            Stream.concat(
                runs.stream().map(run -> notExhausted(run, evidence.shortfall())),
                runs.stream().map(Judge::cutShort)),
            Stream.of(
                otherFault(prediction, runs),
                notExecuted(prediction, runs),
                notUnderstood(),
                evidence.doubts().stream().findFirst()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> notExhausted(Run run, Optional<String> shortfall) {
    Exploration exploration = run.exploration();
    if (exploration.limits().isEmpty() && exploration.exhausted()) {
      return Optional.empty();
    }
    String limits =
        exploration.limits().isEmpty()
            ? "not every schedule was run"
            : String.join("; ", exploration.limits());
    String cause = shortfall.map(why -> why + "; ").orElse("");
    return Optional.of(cause + run.title() + ": " + limits + after(run));
  }

  private static String after(Run run) {
    String bound =
        run.bound() < 0
            ? ""
            : "; every schedule with at most " + Counts.of(run.bound(), "preemption") + " was run";
    return " (" + Counts.of(run.exploration().executions(), "execution") + bound + ")";
  }

  /** What an execution would have done after the bound on its steps is not known. */
  private static Optional<String> cutShort(Run run) {
    return run.exploration().failures().stream()
        .filter(Prediction::isPastTheBound)
        .findFirst()
        .map(failure -> run.title() + ": " + failure.message().lines().findFirst().orElse(""));
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
        : Optional.of("no schedule of " + titles(runs) + " gets to this line");
  }

  private Optional<String> notUnderstood() {
    return program.gaps().stream()
        .findFirst()
        .map(
            gap -> "the sources were not fully understood: " + gap.at().file() + ": " + gap.what());
  }

  private static String justification(List<Run> runs) {
    long executions = runs.stream().mapToLong(run -> run.exploration().executions()).sum();
    return "every schedule of "
        + titles(runs)
        + " was run ("
        + Counts.of(executions, "execution")
        + "), the line was executed, and the fault was not there";
  }

  private static String titles(List<Run> runs) {
    return String.join(", ", runs.stream().map(Run::title).toList());
  }
}

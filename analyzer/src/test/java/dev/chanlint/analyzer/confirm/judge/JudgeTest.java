package dev.chanlint.analyzer.confirm.judge;

import static dev.chanlint.analyzer.confirm.Fixtures.CLASS;
import static dev.chanlint.analyzer.confirm.Fixtures.at;
import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.finding;
import static dev.chanlint.analyzer.confirm.Fixtures.limited;
import static dev.chanlint.analyzer.confirm.Fixtures.program;
import static dev.chanlint.analyzer.confirm.Fixtures.site;
import static dev.chanlint.analyzer.confirm.Fixtures.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.analyzer.confirm.Verdict.Refuted;
import dev.chanlint.analyzer.confirm.Verdict.Structural;
import dev.chanlint.analyzer.confirm.Verdict.Undecided;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.Gap;
import dev.chanlint.rules.Category;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdict rules, one by one. */
class JudgeTest {

  private static final Failure LEAK = failure(Fault.LEAK, List.of(blocked(2, "chan send", 10)));

  private static Prediction prediction(dev.chanlint.rules.Fault... confirmedBy) {
    return new Prediction(
        finding("leak-send", 10), Category.LEAK, Set.of(confirmedBy), SourceMap.of(program()));
  }

  private static Verdict verdict(Exploration... explorations) {
    return verdict(program(), List.of(), explorations);
  }

  private static Verdict verdict(
      Program program, List<String> doubts, Exploration... explorations) {
    List<Run> runs = List.of(explorations).stream().map(one -> new Run(CLASS, one)).toList();
    return new Judge(program)
        .verdict(prediction(dev.chanlint.rules.Fault.LEAK), new Judge.Evidence(runs, doubts));
  }

  @Test
  void structuralIfTheRuleNamesNoFault() {
    assertThat(new Judge(program()).verdict(prediction(), new Judge.Evidence(List.of(), List.of())))
        .isEqualTo(new Structural());
  }

  @Test
  void confirmedByTheFaultAtTheSite() {
    assertThat(verdict(exhausted(Set.of(site(10)), LEAK))).isEqualTo(new Confirmed(CLASS, LEAK));
  }

  @Test
  void confirmedThoughTheExplorationWasCutShort() {
    assertThat(verdict(limited("budget spent", LEAK))).isInstanceOf(Confirmed.class);
  }

  @Test
  void confirmedByTheShortestWitness() {
    Failure longer = failure(Fault.LEAK, List.of(blocked(2, "chan send", 10)), step(1, "go", 4));

    assertThat(verdict(exhausted(Set.of(), longer, LEAK))).isEqualTo(new Confirmed(CLASS, LEAK));
  }

  @Test
  void refutedIfAllWasRunAndNothingHappened() {
    assertThat(verdict(exhausted(Set.of(site(10)))))
        .isInstanceOfSatisfying(
            Refuted.class,
            refuted ->
                assertThat(refuted.justification())
                    .contains("every schedule of main of app.Jobs", "12 executions"));
  }

  @Test
  void undecidedIfAnExecutionWasCutAtTheBoundOnItsSteps() {
    Failure elsewhere =
        failure(
            Fault.LIVELOCK,
            "goroutine 2 went on past the bound of 100 steps",
            List.of(site(99)),
            List.of());

    assertThat(verdict(exhausted(Set.of(site(10)), elsewhere)))
        .isEqualTo(
            new Undecided("main of app.Jobs: goroutine 2 went on past the bound of 100 steps"));
  }

  @Test
  void undecidedIfNoMainReachesIt() {
    assertThat(verdict()).isEqualTo(new Undecided("no main or test reaches it"));
  }

  @Test
  void undecidedIfOnlyWhatWasNotRunReachesIt() {
    assertThat(verdict(program(), List.of("a test reaches it that cannot be run: JobsTest.total")))
        .isEqualTo(new Undecided("a test reaches it that cannot be run: JobsTest.total"));
  }

  @Test
  void undecidedIfWhatWasNotRunReachesItToo() {
    assertThat(
            verdict(program(), List.of("test JobsTest was not run"), exhausted(Set.of(site(10)))))
        .isEqualTo(new Undecided("test JobsTest was not run"));
  }

  @Test
  void confirmedThoughThereAreDoubts() {
    assertThat(verdict(program(), List.of("test JobsTest was not run"), limited("late", LEAK)))
        .isEqualTo(new Confirmed(CLASS, LEAK));
  }

  @Test
  void theBoundThatWasCompleteIsSaid() {
    Run run = new Run(CLASS, limited("budget of 5 s spent"), 1);

    assertThat(
            new Judge(program())
                .verdict(
                    prediction(dev.chanlint.rules.Fault.LEAK),
                    new Judge.Evidence(List.of(run), List.of())))
        .isEqualTo(
            new Undecided(
                "main of app.Jobs: budget of 5 s spent (12 executions; every schedule with at most"
                    + " 1 preemption was run)"));
  }

  @Test
  void undecidedIfTheBudgetWasSpent() {
    assertThat(verdict(limited("budget of 5 s spent")))
        .isEqualTo(new Undecided("main of app.Jobs: budget of 5 s spent (12 executions)"));
  }

  @Test
  void undecidedIfOneOfSeveralRunsWasCutShort() {
    assertThat(verdict(exhausted(Set.of(site(10))), limited("opens a socket")))
        .isEqualTo(new Undecided("main of app.Jobs: opens a socket (12 executions)"));
  }

  @Test
  void undecidedIfNotExhaustedThoughNothingWasSaid() {
    Exploration silent =
        new Exploration(3, false, true, List.of(), Set.of(), List.of(), Set.of(site(10)));

    assertThat(verdict(silent))
        .isEqualTo(new Undecided("main of app.Jobs: not every schedule was run (3 executions)"));
  }

  @Test
  void undecidedIfTheSiteWasNotExecuted() {
    assertThat(verdict(exhausted(Set.of(site(11)))))
        .isEqualTo(new Undecided("no schedule of main of app.Jobs gets to this line"));
  }

  @Test
  void undecidedIfAnotherFaultWasMetThere() {
    Failure panic = failure(Fault.PANIC, "/ by zero", List.of(site(10)), List.of());

    assertThat(verdict(exhausted(Set.of(site(10)), panic)))
        .isEqualTo(new Undecided("another fault was met there: panic, / by zero"));
  }

  @Test
  void refutedThoughAFaultWasMetElsewhere() {
    Failure panic = failure(Fault.PANIC, "/ by zero", List.of(site(30)), List.of());

    assertThat(verdict(exhausted(Set.of(site(10)), panic))).isInstanceOf(Refuted.class);
  }

  @Test
  void undecidedIfTheSourcesWereNotFullyUnderstood() {
    Program whole = program();
    Program gappy =
        new Program(
            whole.functions(),
            whole.types(),
            whole.entryPoints(),
            List.of(),
            List.of(new Gap(at(7), "syntax error: ';' expected")));

    assertThat(verdict(gappy, List.of(), exhausted(Set.of(site(10)))))
        .isEqualTo(
            new Undecided(
                "the sources were not fully understood: src/app/Jobs.java: syntax error: ';'"
                    + " expected"));
  }
}

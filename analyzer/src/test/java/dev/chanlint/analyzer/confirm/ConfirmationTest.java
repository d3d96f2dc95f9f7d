package dev.chanlint.analyzer.confirm;

import static dev.chanlint.analyzer.confirm.Fixtures.CLASS;
import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.finding;
import static dev.chanlint.analyzer.confirm.Fixtures.limited;
import static dev.chanlint.analyzer.confirm.Fixtures.program;
import static dev.chanlint.analyzer.confirm.Fixtures.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.chanlint.analyzer.confirm.Verdict.Confirmed;
import dev.chanlint.analyzer.confirm.Verdict.Undecided;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.Fault;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Which entry points are explored, how often, and what comes of faults that no rule predicted. */
class ConfirmationTest {

  private static final Failure LEAK = failure(Fault.LEAK, List.of(blocked(2, "chan send", 10)));

  /** A rule that leaks confirm. */
  private static final Rule RULE =
      new Rule() {
        @Override
        public String id() {
          return "leak-send";
        }

        @Override
        public Category category() {
          return Category.LEAK;
        }

        @Override
        public Level level() {
          return Level.WARNING;
        }

        @Override
        public Set<dev.chanlint.rules.Fault> confirmedBy() {
          return Set.of(dev.chanlint.rules.Fault.LEAK);
        }

        @Override
        public List<Finding> check(ProgramModel model) {
          return List.of();
        }
      };

  private final List<Budget> explored = new ArrayList<>();

  private List<Judged> judge(Program program, Exploration exploration, Finding... findings)
      throws InterruptedException {
    EntryExplorer explorer =
        (entry, budget) -> {
          assertThat(entry).isEqualTo(CLASS);
          explored.add(budget);
          return exploration;
        };
    try (ExecutorService workers = Executors.newSingleThreadExecutor()) {
      return new Confirmation(
              Scope.of(List.of("src"), program),
              program,
              Map.of(RULE.id(), RULE),
              explorer,
              Budget.DEFAULT,
              workers,
              Progress.NONE)
          .judge(List.of(findings));
    }
  }

  @Test
  void findingsThatShareAnEntryPointShareItsExploration() throws InterruptedException {
    List<Judged> judged =
        judge(
            program(),
            exhausted(Set.of(site(10), site(20)), LEAK),
            finding("leak-send", 10),
            finding("leak-send", 20));

    assertThat(judged)
        .extracting(one -> one.verdict().word())
        .containsExactly("CONFIRMED", "REFUTED");
    assertThat(explored).hasSize(1);
  }

  @Test
  void aShortLookIsEnoughForAConfirmation() throws InterruptedException {
    judge(program(), limited("time is up", LEAK), finding("leak-send", 10));

    assertThat(explored).containsExactly(Budget.DEFAULT.firstLook());
  }

  @Test
  void theWholeBudgetIsSpentOnWhatTheShortLookLeavesOpen() throws InterruptedException {
    List<Judged> judged = judge(program(), limited("time is up"), finding("leak-send", 10));

    assertThat(explored).containsExactly(Budget.DEFAULT.firstLook(), Budget.DEFAULT);
    assertThat(judged.getFirst().verdict()).isInstanceOf(Undecided.class);
  }

  @Test
  void nothingIsRunForWhatNoMainReaches() throws InterruptedException {
    Finding unreached =
        new Finding(
            "leak-send", "", Fixtures.at(10), "Jobs.other", List.of(), List.of(), "Jobs.other");

    List<Judged> judged = judge(program("other"), exhausted(Set.of()), unreached);

    assertThat(explored).isEmpty();
    assertThat(judged.getFirst().verdict()).isEqualTo(new Undecided("no main reaches it"));
  }

  @Test
  void aFaultThatNoRulePredictedIsReported() throws InterruptedException {
    Failure panic = failure(Fault.PANIC, "/ by zero", List.of(site(30)), List.of());

    List<Judged> judged =
        judge(program(), exhausted(Set.of(site(10)), LEAK, panic), finding("leak-send", 10));

    assertThat(judged)
        .extracting(one -> one.finding().rule(), one -> one.finding().at().line())
        .containsExactly(tuple("leak-send", 10), tuple("explored-panic", 30));
    assertThat(judged.getLast().verdict()).isEqualTo(new Confirmed(CLASS, panic));
  }

  @Test
  void aFaultThatAConfirmedFindingExplainsIsNotReportedAgain() throws InterruptedException {
    Failure abandoned = failure(Fault.ABANDONED, List.of(blocked(2, "running", 10)));

    List<Judged> judged =
        judge(program(), exhausted(Set.of(site(10)), LEAK, abandoned), finding("leak-send", 10));

    assertThat(judged).hasSize(1);
  }
}

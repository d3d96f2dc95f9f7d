package dev.chanlint.analyzer.confirm;

import static dev.chanlint.analyzer.confirm.Fixtures.CLASS;
import static dev.chanlint.analyzer.confirm.Fixtures.blocked;
import static dev.chanlint.analyzer.confirm.Fixtures.exhausted;
import static dev.chanlint.analyzer.confirm.Fixtures.failure;
import static dev.chanlint.analyzer.confirm.Fixtures.finding;
import static dev.chanlint.analyzer.confirm.Fixtures.function;
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
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Strategy;
import dev.chanlint.model.ProgramModel;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Level;
import dev.chanlint.rules.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
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

  private final List<Effort> explored = new ArrayList<>();

  private List<Judged> judge(Program program, Exploration exploration, Finding... findings) {
    return judge(
        program,
        request -> {
          assertThat(request.entry()).isEqualTo(CLASS);
          explored.add(request.effort());
          return exploration;
        },
        Budget.DEFAULT,
        judged -> {},
        findings);
  }

  private static List<Judged> judge(
      Program program,
      EntryExplorer explorer,
      Budget budget,
      Consumer<Judged> known,
      Finding... findings) {
    try (ExecutorService workers = Executors.newSingleThreadExecutor()) {
      Means means = new Means(budget, workers, Progress.NONE);
      return new Confirmation(
              Scope.of(List.of("src"), program), program, Map.of(RULE.id(), RULE), explorer, means)
          .judge(List.of(findings), known);
    }
  }

  @Test
  void findingsThatShareAnEntryPointShareItsExploration() {
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
  void aShortLookIsEnoughForAConfirmation() {
    judge(program(), limited("time is up", LEAK), finding("leak-send", 10));

    assertThat(explored).hasSize(1);
    assertThat(explored.getFirst().time()).isLessThan(Budget.DEFAULT.entry().time());
  }

  @Test
  void theWholeBudgetIsSpentOnWhatTheShortLookLeavesOpen() {
    List<Judged> judged = judge(program(), limited("time is up"), finding("leak-send", 10));

    assertThat(explored)
        .extracting(Effort::strategy)
        .containsExactly(
            Strategy.dpor(),
            Strategy.directed(List.of(new Site("", "", "Jobs.java", 10)), 0),
            Strategy.bounded(0),
            Strategy.bounded(1),
            Strategy.bounded(2),
            Strategy.dpor());
    assertThat(explored.stream().skip(1).map(Effort::time).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Budget.DEFAULT.entry().time());
    assertThat(judged.getFirst().verdict()).isInstanceOf(Undecided.class);
  }

  @Test
  void nothingIsRunForWhatNoMainReaches() {
    Finding unreached =
        new Finding(
            "leak-send", "", Fixtures.at(10), "Jobs.other", List.of(), List.of(), "Jobs.other");

    List<Judged> judged = judge(program("other"), exhausted(Set.of()), unreached);

    assertThat(explored).isEmpty();
    assertThat(judged.getFirst().verdict())
        .isEqualTo(new Undecided("no main or test reaches it; there are no classes for a harness"));
  }

  @Test
  void whatIsNotKnownWhenItIsCancelledIsUndecided() {
    Thread.currentThread().interrupt();

    List<Judged> judged =
        judge(
            program(),
            request -> {
              new CountDownLatch(1).await();
              return exhausted(Set.of());
            },
            Budget.DEFAULT,
            one -> {},
            finding("leak-send", 10));

    assertThat(Thread.interrupted()).isFalse();
    assertThat(judged.getFirst().verdict())
        .isEqualTo(new Undecided("main of app.Jobs was not run: the check was cancelled"));
  }

  @Test
  void aFaultThatNoRulePredictedIsReported() {
    Failure panic = failure(Fault.PANIC, "/ by zero", List.of(site(30)), List.of());

    List<Judged> judged =
        judge(program(), exhausted(Set.of(site(10)), LEAK, panic), finding("leak-send", 10));

    assertThat(judged)
        .extracting(one -> one.finding().rule(), one -> one.finding().at().line())
        .containsExactly(tuple("leak-send", 10), tuple("explored-panic", 30));
    assertThat(judged.getLast().verdict()).isEqualTo(new Confirmed(CLASS, panic));
  }

  @Test
  void aFaultThatAConfirmedFindingExplainsIsNotReportedAgain() {
    Failure abandoned = failure(Fault.ABANDONED, List.of(blocked(2, "running", 10)));

    List<Judged> judged =
        judge(program(), exhausted(Set.of(site(10)), LEAK, abandoned), finding("leak-send", 10));

    assertThat(judged).hasSize(1);
  }

  /** A program with two tests, each of which alone calls a function of its own. */
  private static Program twoTests() {
    Function one = function("one", "Jobs.one");
    Function two = function("two", "Jobs.two");
    return new Program(
        Map.of(one.id(), one, two.id(), two),
        Map.of(),
        List.of(
            new EntryPoint(one.id(), EntryPoint.Kind.TEST, one.id()),
            new EntryPoint(two.id(), EntryPoint.Kind.TEST, two.id())),
        List.of(),
        List.of());
  }

  private static Finding in(String function, int line) {
    return new Finding(
        "leak-send", "blocks", Fixtures.at(line), function, List.of(), List.of(), function);
  }

  @Test
  void whatIsKnownIsToldBeforeTheNextEntryPointIsExplored() {
    List<String> seen = new ArrayList<>();

    judge(
        twoTests(),
        request -> {
          seen.add(request.entry());
          return exhausted(Set.of(site(10), site(20)), LEAK);
        },
        Budget.DEFAULT,
        judged -> seen.add(judged.finding().function() + " " + judged.verdict().word()),
        in("Jobs.one", 10),
        in("Jobs.two", 20));

    assertThat(seen)
        .containsExactly(CLASS + "#one", "Jobs.one CONFIRMED", CLASS + "#two", "Jobs.two REFUTED");
  }

  @Test
  void eachFindingIsToldOnceThoughNothingIsRunForIt() {
    List<Judged> told = new ArrayList<>();

    List<Judged> judged =
        judge(
            program("other"),
            request -> exhausted(Set.of(site(10))),
            Budget.DEFAULT,
            told::add,
            in("Jobs.other", 20),
            finding("leak-send", 10));

    assertThat(told).containsExactlyInAnyOrderElementsOf(judged);
  }

  @Test
  void aFindingThatIsBeyondItsBudgetIsUndecidedAndOthersAreNot() {
    Limit finding = new Limit(Duration.ofHours(1), 24);

    List<Judged> judged =
        judge(
            twoTests(),
            request ->
                request.entry().endsWith("#one")
                    ? limited("more was left")
                    : exhausted(Set.of(site(20))),
            new Budget(Budget.DEFAULT.entry(), finding, Limit.NONE),
            one -> {},
            in("Jobs.one", 10),
            in("Jobs.two", 20));

    assertThat(judged.getFirst().verdict())
        .isEqualTo(
            new Undecided(
                "the budget of a finding, 24 executions, is spent; test app.Jobs.one: more was left"
                    + " (24 executions)"));
    assertThat(judged.getLast().verdict()).isInstanceOf(Verdict.Refuted.class);
  }

  @Test
  void noLookRunsMoreThanIsLeft() {
    List<Long> allowed = new ArrayList<>();

    judge(
        program(),
        request -> {
          allowed.add(request.effort().executions());
          return limited("more was left");
        },
        new Budget(
            new Limit(Duration.ofSeconds(5), 160), new Limit(Duration.ofHours(1), 40), Limit.NONE),
        one -> {},
        finding("leak-send", 10));

    assertThat(allowed).containsExactly(5L, 5L, 5L, 4L);
  }

  @Test
  void whatIsNotBegunWithinTheWholeBudgetSaysSo() {
    List<Judged> judged =
        judge(
            twoTests(),
            request -> limited("more was left"),
            new Budget(Budget.DEFAULT.entry(), Limit.NONE, new Limit(Duration.ofHours(1), 12)),
            one -> {},
            in("Jobs.one", 10),
            in("Jobs.two", 20));

    assertThat(judged.getFirst().verdict())
        .isEqualTo(
            new Undecided(
                "the budget of the whole check, 12 executions, is spent; test app.Jobs.one: more was"
                    + " left (12 executions)"));
    assertThat(judged.getLast().verdict())
        .isEqualTo(
            new Undecided(
                "test app.Jobs.two was not run: the budget of the whole check, 12 executions, is"
                    + " spent"));
  }

  @Test
  void whatIsKnownStandsThoughTheRestIsCancelled() {
    List<Judged> judged =
        judge(
            twoTests(),
            request -> {
              if (request.entry().endsWith("#two")) {
                throw new InterruptedException();
              }
              return exhausted(Set.of(site(10)));
            },
            Budget.DEFAULT,
            one -> {},
            in("Jobs.one", 10),
            in("Jobs.two", 20));

    assertThat(judged.getFirst().verdict()).isInstanceOf(Verdict.Refuted.class);
    assertThat(judged.getLast().verdict())
        .isEqualTo(new Undecided("test app.Jobs.two was not run: the check was cancelled"));
  }
}

package dev.chanlint.analyzer.confirm;

import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Confirms the findings of a program: explores the entry points that reach them, each once however
 * many findings share it, and gives each finding its verdict.
 */
public final class Confirmation {

  private final Program program;
  private final Map<String, Rule> rules;
  private final EntryExplorer explorer;
  private final Budget budget;
  private final ExecutorService workers;
  private final Progress progress;
  private final EntryPoints entryPoints;
  private final Scope scope;
  private final Judge judge;

  /**
   * Prepares a confirmation.
   *
   * @param scope where the program comes from
   * @param program the code that the findings are about
   * @param rules the rules that made them, by id
   * @param explorer explores entry points
   * @param budget what each entry point may cost
   * @param workers run the explorations; each occupies one of their threads
   * @param progress hears how far it is
   */
  public Confirmation(
      Scope scope,
      Program program,
      Map<String, Rule> rules,
      EntryExplorer explorer,
      Budget budget,
      ExecutorService workers,
      Progress progress) {
    this.program = program;
    this.rules = Map.copyOf(rules);
    this.explorer = explorer;
    this.budget = budget;
    this.workers = workers;
    this.progress = progress;
    this.entryPoints = new EntryPoints(program);
    this.scope = scope;
    this.judge = new Judge(program);
  }

  /**
   * Gives the verdicts.
   *
   * @param findings what the rules report
   * @return the findings with their verdicts, and the faults met that none of them explains, in
   *     reading order
   * @throws InterruptedException if interrupted before the verdicts are known
   */
  public List<Judged> judge(List<Finding> findings) throws InterruptedException {
    List<Case> cases = findings.stream().map(this::open).toList();
    Map<String, Run> runs = explore(cases);
    List<Judged> judged = new ArrayList<>(cases.stream().map(one -> close(one, runs)).toList());
    List<Prediction> fulfilled =
        cases.stream().map(Case::prediction).filter(one -> isConfirmed(one, runs)).toList();
    judged.addAll(new Unpredicted(fulfilled, scope).among(runs.values()));
    judged.sort(
        Comparator.comparing((Judged one) -> one.finding().at())
            .thenComparing(one -> one.finding().rule()));
    return List.copyOf(judged);
  }

  /** A finding on its way to a verdict. */
  private record Case(
      Prediction prediction, boolean isStructural, List<String> mains, List<String> tests) {}

  private Case open(Finding finding) {
    Rule rule = rules.get(finding.rule());
    Set<Fault> confirmedBy = rule == null ? Set.of() : rule.confirmedBy();
    Category category = rule == null ? Category.MISUSE : rule.category();
    Prediction prediction = new Prediction(finding, category, confirmedBy, scope.sources());
    return confirmedBy.isEmpty()
        ? new Case(prediction, true, List.of(), List.of())
        : new Case(
            prediction,
            rule != null && rule.isStructural(),
            entryPoints.mainsThatReach(finding),
            entryPoints.testsThatReach(finding));
  }

  private Judged close(Case one, Map<String, Run> runs) {
    List<Run> own = one.mains().stream().map(runs::get).filter(run -> run != null).toList();
    return new Judged(one.prediction().finding(), verdict(one, own), own, scope);
  }

  /** What is true of the code as it stands can be confirmed by a run, and not refuted by any. */
  private Verdict verdict(Case one, List<Run> runs) {
    Verdict verdict = judge.verdict(one.prediction(), runs, one.tests());
    return one.isStructural() && !(verdict instanceof Verdict.Confirmed)
        ? new Verdict.Structural()
        : verdict;
  }

  private Map<String, Run> explore(List<Case> cases) throws InterruptedException {
    List<String> entries = cases.stream().flatMap(one -> one.mains().stream()).distinct().toList();
    Map<String, Run> runs = new ConcurrentHashMap<>();
    AtomicInteger begun = new AtomicInteger();
    List<Callable<Void>> tasks =
        entries.stream().map(entry -> task(entry, cases, runs, begun, entries.size())).toList();
    for (Future<Void> exploration : workers.invokeAll(tasks)) {
      await(exploration);
    }
    return runs;
  }

  private Callable<Void> task(
      String entry, List<Case> cases, Map<String, Run> runs, AtomicInteger begun, int all) {
    return () -> {
      progress.exploring(entry, begun.getAndIncrement(), all);
      explore(entry, cases, runs);
      return null;
    };
  }

  private static void await(Future<Void> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exploration failed: " + e.getCause(), e.getCause());
    }
  }

  /** A short look first: most faults lie at hand, and a confirmed finding needs no more. */
  private void explore(String entry, List<Case> cases, Map<String, Run> runs)
      throws InterruptedException {
    List<Prediction> reaching =
        cases.stream().filter(one -> one.mains().contains(entry)).map(Case::prediction).toList();
    if (areConfirmed(reaching, runs)) {
      return;
    }
    Run firstLook = new Run(entry, explorer.explore(entry, budget.firstLook()));
    runs.put(entry, firstLook);
    if (!firstLook.exploration().exhausted()
        && budget.allowsMoreThanFirstLook()
        && !areConfirmed(reaching, runs)) {
      runs.put(entry, new Run(entry, explorer.explore(entry, budget)));
    }
  }

  private boolean areConfirmed(List<Prediction> predictions, Map<String, Run> runs) {
    return predictions.stream().allMatch(one -> isConfirmed(one, runs));
  }

  private boolean isConfirmed(Prediction prediction, Map<String, Run> runs) {
    return judge.witness(prediction, List.copyOf(runs.values())).isPresent();
  }
}

package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Nearest;
import dev.chanlint.analyzer.config.RuleSetting;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Confirmation;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Fingerprints;
import dev.chanlint.analyzer.report.Result;
import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.analyzer.report.Severity;
import dev.chanlint.analyzer.report.Suppressed;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From programs to results: the rules find, suppressions and baseline are heeded, and what is left
 * is confirmed.
 *
 * @param services do the work
 * @param progress is told what is going on
 * @param settings what the user set
 * @param selection which findings are of interest
 * @param baseline what is known and not to be told
 * @param shard whose share of the work this is
 * @param running how programs are run
 * @param found what is known of islands
 */
record Analysis(
    Services services,
    Consumer<String> progress,
    Settings settings,
    Selection selection,
    Baseline baseline,
    Shard shard,
    SandboxOptions running,
    Store found) {

  /** The results of programs. */
  List<Result> results(List<Loaded> programs) throws InterruptedException {
    return results(programs, fingerprint -> true);
  }

  /**
   * The results of programs of which only some findings are run.
   *
   * @param isRun tells by its fingerprint whether one is
   */
  List<Result> results(List<Loaded> programs, Predicate<String> isRun) throws InterruptedException {
    List<Loaded> restricted = restricted(programs);
    List<Result> results = new ArrayList<>();
    try (Sandbox sandbox = services.sandbox(running);
        ExecutorService workers = Executors.newFixedThreadPool(settings.get(Key.JOBS))) {
      for (int i = 0; i < restricted.size(); i++) {
        if (shard.analyses(i, restricted.size())) {
          Run run = new Run(isRun, sandbox, workers);
          results.addAll(results(restricted.get(i), i, restricted.size(), run));
        }
      }
    }
    return Result.distinct(results);
  }

  /** Which findings are run, and by what. */
  private record Run(Predicate<String> includes, Sandbox sandbox, ExecutorService workers) {}

  // Entry points

  private List<Loaded> restricted(List<Loaded> programs) {
    List<String> wanted = settings.get(Key.ENTRY_POINT);
    if (wanted.isEmpty()) {
      return programs;
    }
    List<String> known =
        programs.stream()
            .flatMap(loaded -> loaded.program().entryPoints().stream())
            .flatMap(Analysis::names)
            .distinct()
            .toList();
    for (String name : wanted) {
      if (!known.contains(name) && programs.stream().anyMatch(Loaded::isWhole)) {
        throw new UserException("entry-point: no main or test " + name + Nearest.hint(name, known));
      }
    }
    return programs.stream().map(loaded -> restricted(loaded, wanted)).toList();
  }

  private static Loaded restricted(Loaded loaded, List<String> wanted) {
    Program program = loaded.program();
    List<EntryPoint> entries =
        program.entryPoints().stream()
            .filter(entry -> names(entry).anyMatch(wanted::contains))
            .toList();
    Program less =
        new Program(
            program.functions(), program.types(), entries, program.suppressions(), program.gaps());
    return loaded.with(less);
  }

  /** A class stands for all its entry points; a method's id goes on with its parameters. */
  private static Stream<String> names(EntryPoint entry) {
    String id = entry.function();
    int parameters = id.indexOf('(');
    String method = parameters < 0 ? id : id.substring(0, parameters);
    return Stream.of(method, method.replaceFirst("#.*", ""));
  }

  // One program

  private List<Result> results(Loaded loaded, int number, int programs, Run run)
      throws InterruptedException {
    progress.accept("looking for mistakes");
    Map<String, RuleInfo> catalog = Catalog.of(services);
    Suppressions suppressions = Suppressions.of(loaded.program().suppressions(), catalog.keySet());
    List<Finding> findings = findings(loaded);
    Known known = new Known(catalog, suppressions, Fingerprints.of(findings));
    List<Result> results = new ArrayList<>();
    List<Finding> open = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Suppressed> suppressed = suppressed(finding, known);
      if (suppressed.isEmpty()) {
        open.add(finding);
      } else if (shard.speaksFor(number)) {
        results.add(
            result(notRun(finding, loaded, "what is suppressed is not run"), known, suppressed));
      }
    }
    List<Finding> own =
        shard.confirms(
            number, programs, loaded.program(), open.stream().filter(selection::includes).toList());
    Predicate<Finding> isRun = finding -> run.includes().test(known.fingerprint(finding));
    own.stream()
        .filter(isRun.negate())
        .map(finding -> notRun(finding, loaded, "it was not run"))
        .forEach(left -> results.add(result(left, known, Optional.empty())));
    List<Finding> wanted = own.stream().filter(isRun).toList();
    results.addAll(judged(verdicts(wanted, loaded, run), known));
    if (shard.speaksFor(number)) {
      suppressions.unused(this::runs).stream()
          .filter(unused -> isOn(Catalog.UNUSED_SUPPRESSION))
          .map(unused -> new Judged(unused, new Verdict.Structural(), List.of(), loaded.scope()))
          .forEach(unused -> results.addAll(judged(List.of(unused), known)));
    }
    return results.stream().filter(result -> selection.includes(result.finding())).toList();
  }

  /** What is known of a program's findings. */
  private record Known(
      Map<String, RuleInfo> catalog, Suppressions suppressions, Map<Finding, String> fingerprints) {

    String fingerprint(Finding finding) {
      return Objects.requireNonNull(fingerprints.get(finding));
    }
  }

  private List<Finding> findings(Loaded loaded) {
    List<Rule> rules = services.rules().stream().filter(rule -> isOn(rule.id())).toList();
    return new IslandFindings(rules, found).in(loaded);
  }

  /** A rule that another one's setting leaves alone on is off itself. */
  private boolean isOn(String rule) {
    Map<String, RuleSetting> all = settings.get(Key.RULE);
    return all.containsValue(RuleSetting.ONLY)
        ? all.get(rule) == RuleSetting.ONLY
        : all.get(rule) != RuleSetting.OFF;
  }

  /** Faults that no rule predicts are met by chance: that one was not means nothing. */
  private boolean runs(String rule) {
    return isOn(rule) && services.rules().stream().anyMatch(one -> one.id().equals(rule));
  }

  private List<Judged> verdicts(List<Finding> findings, Loaded loaded, Run run) {
    if (findings.isEmpty()) {
      return List.of();
    }
    Built built = loaded.built().get();
    return new Confirmation(
            loaded.scope(),
            loaded.program().with(built.gaps()),
            services.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity())),
            run.sandbox().explorer(built.classpath()),
            new Budget(settings.get(Key.BUDGET), Budget.DEFAULT.executions()),
            run.workers(),
            (entry, explored, all) ->
                progress.accept("exploring " + entry + " (" + (explored + 1) + "/" + all + ")"))
        .judge(findings);
  }

  // Results

  /** Among what was judged may be faults that no rule predicted, which are new. */
  private List<Result> judged(List<Judged> judged, Known known) {
    known
        .fingerprints()
        .putAll(
            Fingerprints.of(
                judged.stream()
                    .map(Judged::finding)
                    .filter(finding -> !known.fingerprints().containsKey(finding))
                    .toList()));
    return judged.stream()
        .filter(one -> isOn(one.finding().rule()))
        .map(one -> result(one, known, suppressed(one.finding(), known)))
        .toList();
  }

  private Optional<Suppressed> suppressed(Finding finding, Known known) {
    return known
        .suppressions()
        .of(finding)
        .or(
            () ->
                baseline.has(known.fingerprint(finding))
                    ? Optional.of(new Suppressed(Suppressed.By.BASELINE, "it is in the baseline"))
                    : Optional.empty());
  }

  private Judged notRun(Finding finding, Loaded loaded, String why) {
    boolean needsRun =
        services.rules().stream()
            .filter(rule -> rule.id().equals(finding.rule()))
            .anyMatch(rule -> !rule.isStructural());
    Verdict verdict = needsRun ? new Verdict.Undecided(why) : new Verdict.Structural();
    return new Judged(finding, verdict, List.of(), loaded.scope());
  }

  private Result result(Judged judged, Known known, Optional<Suppressed> suppressed) {
    String rule = judged.finding().rule();
    RuleInfo info = Objects.requireNonNull(known.catalog().get(rule));
    Severity severity =
        Optional.ofNullable(settings.get(Key.RULE).get(rule))
            .flatMap(RuleSetting::level)
            .map(Severity::of)
            .orElseGet(() -> Severity.of(judged.verdict(), info));
    return new Result(judged, known.fingerprint(judged.finding()), severity, suppressed);
  }
}

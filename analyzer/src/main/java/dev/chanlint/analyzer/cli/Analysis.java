package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.cache.Store;
import dev.chanlint.analyzer.config.Amount;
import dev.chanlint.analyzer.config.Key;
import dev.chanlint.analyzer.config.Nearest;
import dev.chanlint.analyzer.config.RuleSetting;
import dev.chanlint.analyzer.config.Settings;
import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.Confirmation;
import dev.chanlint.analyzer.confirm.Judged;
import dev.chanlint.analyzer.confirm.Limit;
import dev.chanlint.analyzer.confirm.Means;
import dev.chanlint.analyzer.confirm.Verdict;
import dev.chanlint.analyzer.report.Fingerprints;
import dev.chanlint.analyzer.report.JsonLines;
import dev.chanlint.analyzer.report.Note;
import dev.chanlint.analyzer.report.Report;
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
import java.util.Set;
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
 * @param kept what is known of whole programs
 */
record Analysis(
    Services services,
    Consumer<String> progress,
    Settings settings,
    Selection selection,
    Baseline baseline,
    Shard shard,
    SandboxOptions running,
    Store found,
    KeptResults kept) {

  /**
   * What an analysis comes to.
   *
   * @param results the results, in reading order
   * @param notes what was left out
   * @param cancelled whether it was cancelled, so that there may be others
   * @param parts what a share says of programs of which nothing was kept: with the other shares'
   *     parts it can be
   */
  record Outcome(
      List<Result> results, List<Note> notes, boolean cancelled, List<KeptResults.Entry> parts) {}

  /** The results of programs. */
  Outcome of(List<Loaded> programs) {
    return of(programs, result -> {});
  }

  /**
   * The results of programs. If the calling thread is interrupted, what is known by then is kept.
   *
   * @param teller hears of each finding of a rule in reading order, as soon as its result and those
   *     before it are known; one at a time, on any thread
   */
  Outcome of(List<Loaded> programs, Consumer<Result> teller) {
    return of(programs, fingerprint -> true, teller);
  }

  /**
   * The results of programs of which only some findings are run.
   *
   * @param isRun tells by its fingerprint whether one is
   */
  Outcome running(List<Loaded> programs, Predicate<String> isRun) {
    return of(programs, isRun, result -> {});
  }

  private Outcome of(List<Loaded> programs, Predicate<String> isRun, Consumer<Result> teller) {
    List<Loaded> restricted = restricted(programs);
    try (Sandbox sandbox = services.sandbox(running);
        ExecutorService workers = Executors.newFixedThreadPool(settings.get(Key.JOBS))) {
      Means means = new Means(budget(), workers, this::exploring);
      List<Examined> examined = examined(restricted, isRun, means);
      Telling telling = new Telling(examined.stream().flatMap(Examined::expected).toList(), teller);
      List<Result> results = new ArrayList<>();
      List<KeptResults.Entry> parts = new ArrayList<>();
      for (Examined one : examined) {
        List<Result> own = results(one, sandbox, means, telling);
        if (!one.isKept() && !means.isCancelled()) {
          kept.entry(one.loaded(), report(own, one)).ifPresent(entry -> keep(entry, parts));
        }
        results.addAll(own);
      }
      List<Note> notes = examined.stream().flatMap(one -> one.notes().stream()).toList();
      return new Outcome(Result.distinct(results), notes, means.isCancelled(), parts);
    }
  }

  private void keep(KeptResults.Entry entry, List<KeptResults.Entry> parts) {
    if (shard.isWhole()) {
      entry.keepIn(kept.store());
    } else {
      parts.add(entry);
    }
  }

  private Budget budget() {
    return new Budget(
        limit(Key.BUDGET, Budget.DEFAULT.entry()),
        limit(Key.FINDING_BUDGET, Budget.DEFAULT.finding()),
        limit(Key.TOTAL_BUDGET, Budget.DEFAULT.whole()));
  }

  private Limit limit(Key<Amount> key, Limit standard) {
    Amount amount = settings.get(key);
    return new Limit(
        amount.time().orElse(standard.time()), amount.executions().orElse(standard.executions()));
  }

  private void exploring(String entry, int explored, int all) {
    progress.accept("exploring " + entry + " (" + (explored + 1) + "/" + all + ")");
  }

  // Entry points

  private List<Loaded> restricted(List<Loaded> programs) {
    List<String> wanted = settings.get(Key.ENTRY_POINT);
    if (wanted.isEmpty()) {
      return programs;
    }
    List<String> known =
        programs.stream()
            .flatMap(loaded -> named(loaded.program()))
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
        named(program).filter(entry -> names(entry).anyMatch(wanted::contains)).toList();
    Program less =
        new Program(
            program.functions(), program.types(), entries, program.suppressions(), program.gaps());
    return loaded.with(less);
  }

  /** What a user can name: what nothing in the program calls is no choice of anybody's. */
  private static Stream<EntryPoint> named(Program program) {
    return program.entryPoints().stream().filter(entry -> entry.kind() != EntryPoint.Kind.OUTSIDE);
  }

  /** A class stands for all its entry points; a method's id goes on with its parameters. */
  private static Stream<String> names(EntryPoint entry) {
    String id = entry.function();
    int parameters = id.indexOf('(');
    String method = parameters < 0 ? id : id.substring(0, parameters);
    return Stream.of(method, method.replaceFirst("#.*", ""));
  }

  // The rules

  /**
   * A program that the rules were asked about.
   *
   * @param loaded the program
   * @param known what is known of its findings
   * @param settled the results of what is not to be told, or not to be run
   * @param last what else is known already, and told last
   * @param open the findings to confirm
   * @param notes what was left out
   * @param speaksForAll whether what is said of the program as a whole is to be said here
   * @param isKept whether all this is kept from an earlier check
   */
  private record Examined(
      Loaded loaded,
      Known known,
      List<Result> settled,
      List<Result> last,
      List<Finding> open,
      List<Note> notes,
      boolean speaksForAll,
      boolean isKept) {

    Stream<Finding> expected() {
      return Stream.concat(settled.stream().map(Result::finding), open.stream());
    }
  }

  private static Report report(List<Result> results, Examined one) {
    return KeptResults.report(results, one.notes(), one.known().catalog(), one.loaded().files());
  }

  /** Once it is cancelled, no further program is looked at. */
  private List<Examined> examined(List<Loaded> programs, Predicate<String> isRun, Means means) {
    List<Examined> examined = new ArrayList<>();
    progress.accept("looking for mistakes");
    for (int i = 0; i < programs.size() && !means.isCancelled(); i++) {
      if (shard.analyses(i, programs.size())) {
        examined.add(examined(programs.get(i), i, programs.size(), isRun));
      }
      if (Thread.interrupted()) {
        means.cancel();
      }
    }
    return examined;
  }

  private Examined examined(Loaded loaded, int number, int programs, Predicate<String> isRun) {
    Map<String, RuleInfo> catalog = Catalog.of(services);
    return kept.find(loaded)
        .map(part -> examined(loaded, number, part, catalog))
        .orElseGet(() -> examined(loaded, number, programs, isRun, catalog));
  }

  /** Another share may know nothing of it: what several say is said once when it is joined. */
  private Examined examined(
      Loaded loaded, int number, JsonLines.Part part, Map<String, RuleInfo> catalog) {
    Map<Boolean, List<Result>> byRule =
        part.results().stream()
            .collect(Collectors.partitioningBy(result -> isOfARule(result, catalog)));
    return new Examined(
        loaded,
        new Known(catalog, Suppressions.of(List.of(), Set.of()), Map.of()),
        byRule.getOrDefault(true, List.of()),
        byRule.getOrDefault(false, List.of()),
        List.of(),
        shard.speaksFor(number) ? part.notes() : List.of(),
        false,
        true);
  }

  private static boolean isOfARule(Result result, Map<String, RuleInfo> catalog) {
    return Objects.requireNonNull(catalog.get(result.finding().rule())).isRule();
  }

  private Examined examined(
      Loaded loaded,
      int number,
      int programs,
      Predicate<String> isRun,
      Map<String, RuleInfo> catalog) {
    Suppressions suppressions = Suppressions.of(loaded.program().suppressions(), catalog.keySet());
    List<Finding> findings = findings(loaded);
    Known known = new Known(catalog, suppressions, Fingerprints.of(findings));
    List<Result> suppressed = new ArrayList<>();
    List<Finding> open = new ArrayList<>();
    for (Finding finding : findings) {
      suppressed(finding, known)
          .ifPresentOrElse(
              why ->
                  suppressed.add(
                      result(
                          notRun(finding, loaded, "what is suppressed is not run"),
                          known,
                          Optional.of(why))),
              () -> open.add(finding));
    }
    List<Finding> own =
        shard.confirms(
            number, programs, loaded.program(), open.stream().filter(selection::includes).toList());
    boolean speaksForAll = shard.speaksFor(number);
    List<Result> settled = new ArrayList<>();
    if (speaksForAll) {
      suppressed.stream().filter(this::isSelected).forEach(settled::add);
    }
    List<Finding> left =
        own.stream().filter(finding -> !isRun.test(known.fingerprint(finding))).toList();
    left.stream()
        .map(finding -> notRun(finding, loaded, "it was not run"))
        .forEach(judged -> settled.add(result(judged, known, Optional.empty())));
    return new Examined(
        loaded,
        known,
        settled,
        List.of(),
        own.stream().filter(finding -> !left.contains(finding)).toList(),
        speaksForAll ? notes(loaded.program()) : List.of(),
        speaksForAll,
        false);
  }

  private static List<Note> notes(Program program) {
    return program.gaps().stream()
        .map(gap -> new Note(gap.at().file(), gap.at().line(), gap.at().column(), gap.what()))
        .toList();
  }

  private boolean isSelected(Result result) {
    return selection.includes(result.finding());
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

  // The verdicts

  private List<Result> results(Examined one, Sandbox sandbox, Means means, Telling telling) {
    one.settled().forEach(telling::know);
    List<Result> results = new ArrayList<>(one.settled());
    results.addAll(one.last());
    if (!one.open().isEmpty()) {
      Consumer<Judged> known =
          judged -> telling.know(result(judged, one.known(), Optional.empty()));
      results.addAll(judged(verdicts(one, sandbox, means, known), one.known()));
    }
    if (one.speaksForAll()) {
      results.addAll(judged(unused(one), one.known()));
    }
    return results.stream().filter(this::isSelected).toList();
  }

  private List<Judged> verdicts(
      Examined one, Sandbox sandbox, Means means, Consumer<Judged> known) {
    if (one.open().isEmpty()) {
      return List.of();
    }
    if (!means.isCancelled()) {
      return confirmation(one.loaded(), sandbox, means).judge(one.open(), known);
    }
    List<Judged> notRun =
        one.open().stream()
            .map(finding -> notRun(finding, one.loaded(), "the check was cancelled"))
            .toList();
    notRun.forEach(known);
    return notRun;
  }

  private Confirmation confirmation(Loaded loaded, Sandbox sandbox, Means means) {
    Built built = loaded.built();
    return new Confirmation(
        loaded.scope(),
        loaded.program().with(built.gaps()),
        services.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity())),
        sandbox.explorer(built.classpath()),
        means);
  }

  private List<Judged> unused(Examined one) {
    return one.known().suppressions().unused(this::runs).stream()
        .filter(unused -> isOn(Catalog.UNUSED_SUPPRESSION))
        .map(
            unused -> new Judged(unused, new Verdict.Structural(), List.of(), one.loaded().scope()))
        .toList();
  }

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

  private Judged notRun(Finding finding, Loaded loaded, String reason) {
    boolean needsRun =
        services.rules().stream()
            .filter(rule -> rule.id().equals(finding.rule()))
            .anyMatch(rule -> !rule.isStructural());
    Verdict verdict = needsRun ? new Verdict.Undecided(reason) : new Verdict.Structural();
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

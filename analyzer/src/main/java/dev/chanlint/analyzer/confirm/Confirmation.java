package dev.chanlint.analyzer.confirm;

import dev.chanlint.analyzer.confirm.entry.Entry;
import dev.chanlint.analyzer.confirm.entry.EntryPoints;
import dev.chanlint.analyzer.confirm.harness.Around;
import dev.chanlint.analyzer.confirm.harness.Harness;
import dev.chanlint.analyzer.confirm.harness.Harnesses;
import dev.chanlint.analyzer.confirm.judge.Judge;
import dev.chanlint.analyzer.confirm.judge.Prediction;
import dev.chanlint.analyzer.confirm.judge.Unpredicted;
import dev.chanlint.analyzer.confirm.search.Campaign;
import dev.chanlint.analyzer.confirm.search.Quest;
import dev.chanlint.model.code.Program;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import dev.chanlint.rules.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Confirms the findings of a program: explores the entry points that reach them, each once however
 * many findings share it, and gives each finding its verdict.
 */
public final class Confirmation {

  /** So many entry points are explored for one finding; those left are said. */
  private static final int MOST_ENTRIES = 20;

  private final Map<String, Rule> rules;
  private final EntryExplorer explorer;
  private final Means means;
  private final EntryPoints entryPoints;
  private final Harnesses harnesses;
  private final Scope scope;
  private final Judge judge;

  /**
   * Prepares a confirmation.
   *
   * @param scope where the program comes from
   * @param program the code that the findings are about
   * @param rules the rules that made them, by id
   * @param explorer explores entry points
   * @param means what that may cost, and what runs it
   */
  public Confirmation(
      Scope scope, Program program, Map<String, Rule> rules, EntryExplorer explorer, Means means) {
    this.rules = Map.copyOf(rules);
    this.explorer = explorer;
    this.means = means;
    this.entryPoints = new EntryPoints(program);
    this.harnesses = new Harnesses(program, entryPoints, explorer.classPath());
    this.scope = scope;
    this.judge = new Judge(program);
  }

  /**
   * Gives the verdicts. If the calling thread is interrupted, what is not known by then is
   * UNDECIDED.
   *
   * @param findings what the rules report
   * @return the findings with their verdicts, and the faults met that none of them explains, in
   *     reading order
   */
  public List<Judged> judge(List<Finding> findings) {
    return judge(findings, judged -> {});
  }

  /**
   * Gives the verdicts, each also as soon as it is known. If the calling thread is interrupted,
   * what is not known by then is UNDECIDED.
   *
   * @param findings what the rules report
   * @param known hears of each of them once, with its verdict; one at a time, on any thread
   * @return the findings with their verdicts, and the faults met that none of them explains, in
   *     reading order
   */
  public List<Judged> judge(List<Finding> findings, Consumer<Judged> known) {
    Map<Prediction, Case> cases = new LinkedHashMap<>();
    findings.stream().map(this::open).forEach(one -> cases.put(one.prediction(), one));
    Campaign campaign = new Campaign(explorer, means, quests(cases.values()));
    Map<Prediction, Judged> judged = new ConcurrentHashMap<>();
    Consumer<Case> settled =
        one -> {
          Judged verdict = close(one, campaign);
          judged.put(one.prediction(), verdict);
          known.accept(verdict);
        };
    cases.values().stream().filter(one -> one.entries().isEmpty()).forEach(settled);
    campaign.explore(prediction -> settled.accept(Objects.requireNonNull(cases.get(prediction))));
    return inReadingOrder(
        Stream.concat(
            judged.values().stream(),
            unpredicted(cases.values(), ofTheProgram(cases.values(), campaign)).stream()));
  }

  /** What a harness meets may be the harness's own doing. */
  private static List<Run> ofTheProgram(Collection<Case> cases, Campaign campaign) {
    Set<String> harnesses =
        cases.stream()
            .flatMap(one -> one.around().harnesses().stream())
            .map(Harness::entry)
            .collect(Collectors.toSet());
    return campaign.runs().values().stream()
        .filter(run -> !harnesses.contains(run.entry()))
        .toList();
  }

  /** What no finding explains that came true. */
  private List<Judged> unpredicted(Collection<Case> cases, List<Run> runs) {
    List<Prediction> fulfilled =
        cases.stream()
            .map(Case::prediction)
            .filter(
                prediction ->
                    runs.stream()
                        .flatMap(run -> run.exploration().failures().stream())
                        .anyMatch(prediction::isFulfilledBy))
            .toList();
    return new Unpredicted(fulfilled, scope).among(runs);
  }

  private static List<Judged> inReadingOrder(Stream<Judged> judged) {
    return judged
        .sorted(
            Comparator.comparing((Judged one) -> one.finding().at())
                .thenComparing(one -> one.finding().rule())
                .thenComparing(one -> one.finding().message()))
        .toList();
  }

  /** A finding on its way to a verdict. */
  private record Case(
      Prediction prediction, boolean isStructural, EntryPoints.Reaching reaching, Around around) {

    /** One for which nothing is run. */
    static Case notRun(Prediction prediction) {
      return new Case(prediction, true, EntryPoints.Reaching.NOT_ASKED, Around.NOT_TRIED);
    }

    List<Entry> explored() {
      return reaching.entries().stream().limit(MOST_ENTRIES).toList();
    }

    /** The names of what is run for it. */
    List<String> entries() {
      return Stream.concat(
              explored().stream().map(Entry::name), around.harnesses().stream().map(Harness::entry))
          .toList();
    }
  }

  private Case open(Finding finding) {
    Rule rule = rules.get(finding.rule());
    Set<Fault> confirmedBy = rule == null ? Set.of() : rule.confirmedBy();
    Category category = rule == null ? Category.MISUSE : rule.category();
    Prediction prediction = new Prediction(finding, category, confirmedBy, scope.sources());
    if (confirmedBy.isEmpty()) {
      return Case.notRun(prediction);
    }
    EntryPoints.Reaching reaching = entryPoints.reaching(finding);
    return new Case(
        prediction,
        rule != null && rule.isStructural(),
        reaching,
        reaching.entries().isEmpty() ? harnesses.around(finding, category) : Around.NOT_TRIED);
  }

  /** One for each entry point, the cheapest first. */
  private static List<Quest> quests(Collection<Case> cases) {
    Map<String, List<Prediction>> reaching = new LinkedHashMap<>();
    Map<String, List<Path>> additional = new HashMap<>();
    for (int rank = 0; rank < MOST_ENTRIES; rank++) {
      for (Case one : cases) {
        if (rank < one.entries().size()) {
          reaching
              .computeIfAbsent(one.entries().get(rank), entry -> new ArrayList<>())
              .add(one.prediction());
        }
        one.around()
            .harnesses()
            .forEach(made -> additional.put(made.entry(), List.of(made.classes())));
      }
    }
    return reaching.entrySet().stream()
        .map(
            quest ->
                new Quest(
                    quest.getKey(),
                    quest.getValue(),
                    additional.getOrDefault(quest.getKey(), List.of())))
        .toList();
  }

  private Judged close(Case one, Campaign campaign) {
    List<Run> runs =
        one.entries().stream()
            .flatMap(entry -> Stream.ofNullable(campaign.runs().get(entry)))
            .toList();
    Verdict verdict = verdict(one, runs, campaign);
    return new Judged(
        one.prediction().finding(),
        verdict,
        runs,
        scope,
        restingOn(one.around().harnesses(), verdict).map(Harness::source));
  }

  /** The harness that confirmed; else the first. */
  private static Optional<Harness> restingOn(List<Harness> harnesses, Verdict verdict) {
    return harnesses.stream()
        .filter(
            harness ->
                verdict instanceof Verdict.Confirmed confirmed
                    && confirmed.entry().equals(harness.entry()))
        .findFirst()
        .or(() -> harnesses.stream().findFirst());
  }

  /** What is true of the code as it stands can be confirmed by a run, and not refuted by any. */
  private Verdict verdict(Case one, List<Run> runs, Campaign campaign) {
    Optional<String> shortfall = campaign.shortfall(one.prediction());
    Verdict verdict =
        judge.verdict(
            one.prediction(), new Judge.Evidence(runs, shortfall, doubts(one, runs, shortfall)));
    return one.isStructural() && !(verdict instanceof Verdict.Confirmed)
        ? new Verdict.Structural()
        : verdict;
  }

  /** What was not run though it might reach the finding, and what a run cannot tell. */
  private List<String> doubts(Case one, List<Run> runs, Optional<String> shortfall) {
    List<String> doubts = new ArrayList<>();
    List<Entry> explored = one.explored();
    if (explored.isEmpty()) {
      doubts.add("no main or test reaches it; " + harnessed(one.around()));
    }
    explored.stream()
        .filter(entry -> runs.stream().noneMatch(run -> run.entry().equals(entry.name())))
        .map(
            entry ->
                Run.title(entry.name()) + " was not run" + shortfall.map(": "::concat).orElse(""))
        .forEach(doubts::add);
    int left = one.reaching().entries().size() - explored.size();
    if (left > 0) {
      doubts.add(left + " more entry points reach it, which were not run");
    }
    one.reaching().foreign().stream()
        .map(test -> "a test reaches it that cannot be run: " + test)
        .forEach(doubts::add);
    one.reaching().outside().stream()
        .filter(function -> !explored.isEmpty())
        .map(function -> "code outside the program may call " + function + ", which reaches it")
        .forEach(doubts::add);
    one.reaching().opaque().stream()
        .map(call -> "another entry point may reach it by a call that is not understood: " + call)
        .forEach(doubts::add);
    for (Entry entry : explored) {
      entryPoints.openData(entry).stream()
          .map(data -> Run.title(entry.name()) + " " + data)
          .forEach(doubts::add);
    }
    return doubts;
  }

  private static String harnessed(Around around) {
    return around.harnesses().isEmpty()
        ? around.whyNone()
        : "a harness that calls "
            + around.harnesses().stream()
                .map(Harness::function)
                .distinct()
                .collect(Collectors.joining(" or "))
            + " with small arguments did not show it";
  }
}

package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.Account;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Goal;
import dev.chanlint.analyzer.confirm.Limit;
import dev.chanlint.analyzer.confirm.Means;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.judge.Prediction;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explores entry points until what is looked for was met, everything was run, or the budget is
 * spent: each once for all the findings that it reaches, several at a time. All of them are looked
 * at shortly before any is looked at for long.
 */
public final class Campaign {

  private final EntryExplorer explorer;
  private final Means means;
  private final Limit each;
  private final List<Quest> quests;
  private final Map<Prediction, Set<String>> entries = new HashMap<>();
  private final Map<Prediction, Account> ofFindings = new HashMap<>();
  private final Map<String, Account> ofEntries = new HashMap<>();
  private final Map<String, Run> runs = new ConcurrentHashMap<>();

  /**
   * Prepares one.
   *
   * @param explorer explores entry points
   * @param means what that may cost, and what runs it
   * @param quests the entry points, those to begin with first
   */
  public Campaign(EntryExplorer explorer, Means means, List<Quest> quests) {
    this.explorer = explorer;
    this.means = means;
    this.each = means.budget().entry().and(means.budget().finding());
    this.quests = List.copyOf(quests);
    for (Quest quest : quests) {
      ofEntries.put(quest.entry(), Account.ofWork(means.budget().entry()));
      for (Prediction prediction : quest.predictions()) {
        entries.computeIfAbsent(prediction, any -> new HashSet<>()).add(quest.entry());
        ofFindings.computeIfAbsent(prediction, any -> Account.ofWork(means.budget().finding()));
      }
    }
  }

  /**
   * Explores. If the calling thread is interrupted, the check is cancelled and what is known by
   * then is kept.
   *
   * @param settled hears of each prediction once, one at a time and on any thread, when nothing
   *     more is run that bears on it
   */
  public void explore(Consumer<Prediction> settled) {
    Settlement settlement = new Settlement(quests, this::isFulfilled, settled);
    try {
      inParallel(quests, quest -> lookShortly(quest, settlement));
      List<Quest> open = quests.stream().filter(this::isWorthMore).toList();
      quests.stream().filter(quest -> !open.contains(quest)).forEach(settlement::done);
      inParallel(open, quest -> lookDeeper(quest, settlement));
    } catch (InterruptedException e) {
      means.cancel();
      explorer.cancel();
      quests.forEach(settlement::done);
    }
  }

  /**
   * The explorations.
   *
   * @return them by entry point and in the order of these; none of what was not begun in time
   */
  public SortedMap<String, Run> runs() {
    return new TreeMap<>(runs);
  }

  /**
   * Why not all was run for a finding that its entry points may cost.
   *
   * @param prediction what it says
   * @return the reason, for a reader; empty if there is none
   */
  public Optional<String> shortfall(Prediction prediction) {
    if (means.isCancelled()) {
      return Optional.of("the check was cancelled");
    }
    return Optional.ofNullable(ofFindings.get(prediction))
        .flatMap(Account::spent)
        .map(limit -> "the budget of a finding, " + limit + ", is spent")
        .or(
            () ->
                means
                    .whole()
                    .spent()
                    .map(limit -> "the budget of the whole check, " + limit + ", is spent"));
  }

  private interface Part {
    void of(Quest quest) throws InterruptedException;
  }

  private void inParallel(List<Quest> some, Part part) throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Quest quest : some) {
      tasks.add(
          () -> {
            means.progress().exploring(quest.entry(), begun.getAndIncrement(), some.size());
            part.of(quest);
            return null;
          });
    }
    for (Future<Void> exploration : means.workers().invokeAll(tasks)) {
      await(exploration);
    }
  }

  private static void await(Future<Void> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException("an exploration failed: " + e.getCause(), e.getCause());
    }
  }

  private void lookShortly(Quest quest, Settlement settlement) throws InterruptedException {
    if (isAffordable(quest)) {
      look(quest, Look.first(each), Goal.NONE);
    }
    if (mayShowMore(quest)) {
      settlement.looked(quest);
    } else {
      settlement.done(quest);
    }
  }

  private void lookDeeper(Quest quest, Settlement settlement) throws InterruptedException {
    for (Look look : Look.deeper(each, places(quest.predictions()))) {
      if (isWorthMore(quest)) {
        look(quest, look, new Fulfilment(open(quest)));
      }
    }
    settlement.done(quest);
  }

  private void look(Quest quest, Look wanted, Goal goal) throws InterruptedException {
    List<Account> payers = payers(quest);
    Look look = wanted.within(executionsLeft(quest));
    long begin = System.nanoTime();
    Exploration explored =
        explorer.explore(new Request(quest.entry(), look.effort(), goal, quest.additional()));
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    payers.forEach(account -> account.charge(took, explored.executions()));
    int complete = look.complete(explored);
    runs.merge(
        quest.entry(),
        new Run(quest.entry(), explored, complete),
        (known, more) -> known.and(explored, complete));
  }

  // What is worth looking at

  private boolean isWorthMore(Quest quest) {
    return mayShowMore(quest) && isAffordable(quest);
  }

  /** Whether it was looked at, and another look may show something else. */
  private boolean mayShowMore(Quest quest) {
    Run run = runs.get(quest.entry());
    return run != null && !run.exploration().exhausted() && run.exploration().isUnderControl();
  }

  /** Whether there is something to look for that may still cost something. */
  private boolean isAffordable(Quest quest) {
    return means.whole().spent().isEmpty()
        && executionsLeft(quest) > 0
        && open(quest).stream().anyMatch(one -> ofFinding(one).spent().isEmpty());
  }

  private List<Prediction> open(Quest quest) {
    return quest.predictions().stream().filter(one -> !isFulfilled(one)).toList();
  }

  private boolean isFulfilled(Prediction prediction) {
    return entries.getOrDefault(prediction, Set.of()).stream()
        .flatMap(entry -> Stream.ofNullable(runs.get(entry)))
        .flatMap(run -> run.exploration().failures().stream())
        .anyMatch(prediction::isFulfilledBy);
  }

  // What it costs

  /** The time of an entry point is dealt out to its looks beforehand, its executions are not. */
  private long executionsLeft(Quest quest) {
    long forFindings =
        open(quest).stream().mapToLong(one -> ofFinding(one).executionsLeft()).max().orElse(0);
    return Math.min(
        forFindings, Math.min(ofEntry(quest).executionsLeft(), means.whole().executionsLeft()));
  }

  private List<Account> payers(Quest quest) {
    List<Account> payers = new ArrayList<>(List.of(means.whole(), ofEntry(quest)));
    open(quest).forEach(one -> payers.add(ofFinding(one)));
    return payers;
  }

  private Account ofEntry(Quest quest) {
    return known(ofEntries.get(quest.entry()));
  }

  private Account ofFinding(Prediction prediction) {
    return known(ofFindings.get(prediction));
  }

  private static Account known(@Nullable Account account) {
    return Objects.requireNonNull(account, "of a quest of another campaign");
  }

  // Where to look

  /** Where goroutines must meet for the faults to come about. */
  private static List<Site> places(List<Prediction> predictions) {
    return predictions.stream()
        .map(Prediction::finding)
        .flatMap(Campaign::positions)
        .map(Campaign::site)
        .distinct()
        .toList();
  }

  private static Stream<Position> positions(Finding finding) {
    return Stream.concat(
        Stream.of(finding.at()), finding.related().stream().map(Finding.Related::at));
  }

  private static Site site(Position at) {
    String file = at.file();
    return new Site("", "", file.substring(file.lastIndexOf('/') + 1), at.line());
  }
}

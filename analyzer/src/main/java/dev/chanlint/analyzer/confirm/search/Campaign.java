package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.Budget;
import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.analyzer.confirm.Goal;
import dev.chanlint.analyzer.confirm.Progress;
import dev.chanlint.analyzer.confirm.Request;
import dev.chanlint.analyzer.confirm.Run;
import dev.chanlint.analyzer.confirm.judge.Prediction;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Site;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Explores entry points until what is looked for was met, everything was run, or the budget is
 * spent: each once for all the findings that it reaches, several at a time. All of them are looked
 * at shortly before any is looked at for long.
 */
public final class Campaign {

  private final EntryExplorer explorer;
  private final Budget budget;
  private final ExecutorService workers;
  private final Progress progress;
  private final long end;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private volatile boolean cancelled;

  /**
   * Prepares one; its time begins now.
   *
   * @param explorer explores entry points
   * @param budget what that may cost
   * @param workers run the explorations; each occupies one of their threads
   * @param progress hears how far it is
   */
  public Campaign(
      EntryExplorer explorer, Budget budget, ExecutorService workers, Progress progress) {
    this.explorer = explorer;
    this.budget = budget;
    this.workers = workers;
    this.progress = progress;
    this.end = System.nanoTime() + budget.whole().toNanos();
  }

  /**
   * Explores. If the calling thread is interrupted, what is known by then is kept.
   *
   * @param quests the entry points, those to begin with first
   */
  public void explore(List<Quest> quests) {
    try {
      inParallel(quests, this::lookShortly);
      List<Quest> open = quests.stream().filter(this::isWorthMore).toList();
      inParallel(open, this::lookDeeper);
    } catch (InterruptedException e) {
      cancelled = true;
      explorer.cancel();
    }
  }

  /** The explorations, by entry point; none of what was not begun in time. */
  public Map<String, Run> runs() {
    return Map.copyOf(runs);
  }

  /** Why an entry point that was to be explored has no run. */
  public String whyNotRun() {
    return cancelled ? "the check was cancelled" : "the time for the whole check was up";
  }

  /** Whether it was ended by an interrupt. */
  public boolean wasCancelled() {
    return cancelled;
  }

  private interface Part {
    void of(Quest quest) throws InterruptedException;
  }

  private void inParallel(List<Quest> quests, Part part) throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Quest quest : quests) {
      tasks.add(
          () -> {
            progress.exploring(quest.entry(), begun.getAndIncrement(), quests.size());
            part.of(quest);
            return null;
          });
    }
    for (Future<Void> exploration : workers.invokeAll(tasks)) {
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

  private void lookShortly(Quest quest) throws InterruptedException {
    if (!isFulfilled(quest) && isTimeLeft()) {
      look(quest, Look.first(budget), Goal.NONE);
    }
  }

  private void lookDeeper(Quest quest) throws InterruptedException {
    for (Look look : Look.deeper(budget, places(quest.predictions()))) {
      if (isWorthMore(quest) && isTimeLeft()) {
        look(quest, look, new Fulfilment(open(quest)));
      }
    }
  }

  private void look(Quest quest, Look look, Goal goal) throws InterruptedException {
    Exploration explored =
        explorer.explore(new Request(quest.entry(), look.effort(), goal, quest.additional()));
    int complete = look.complete(explored);
    runs.merge(
        quest.entry(),
        new Run(quest.entry(), explored, complete),
        (known, more) -> known.and(explored, complete));
  }

  private boolean isWorthMore(Quest quest) {
    Run run = runs.get(quest.entry());
    return run != null
        && !run.exploration().exhausted()
        && run.exploration().isUnderControl()
        && !isFulfilled(quest);
  }

  private boolean isTimeLeft() {
    return System.nanoTime() - end < 0;
  }

  private boolean isFulfilled(Quest quest) {
    return open(quest).isEmpty();
  }

  private List<Prediction> open(Quest quest) {
    Collection<Run> known = runs.values();
    return quest.predictions().stream()
        .filter(
            prediction ->
                known.stream()
                    .flatMap(run -> run.exploration().failures().stream())
                    .noneMatch(prediction::isFulfilledBy))
        .toList();
  }

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

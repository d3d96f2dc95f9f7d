package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import dev.chanlint.explorer.witness.Goroutines;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Category;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a finding says will happen, held against what did.
 *
 * <p>A failure fulfils a prediction if its fault is one that the rule names, and it struck at the
 * finding's place:
 *
 * <ul>
 *   <li><b>deadlock, leak</b>: a goroutine is stuck at the primary site, or it was started there.
 *       Where the mistake is not the place that blocks (closes, deadlocks, misuse) it is enough
 *       that a goroutine is stuck at a related site after the primary one was executed; or, for
 *       deadlocks and misuse, on the very object that the primary site operated on.
 *   <li><b>livelock</b>: a goroutine that makes no progress stands at the primary site, or was
 *       started there or at a spawn site of the finding.
 *   <li><b>abandoned</b>: a goroutine that had something left to do was started at the primary site
 *       or at a spawn site of the finding.
 *   <li><b>race</b>: one of the two accesses is at the primary site, or both are at related sites.
 *   <li><b>panic</b>: the exception was thrown at the primary site, or at a related one after the
 *       primary one was executed. A close rule wants one of Go's words about closed channels.
 * </ul>
 *
 * @param finding the finding
 * @param category its rule's category
 * @param confirmedBy the faults that its rule names
 * @param sources tells the files of the sites
 */
record Prediction(Finding finding, Category category, Set<Fault> confirmedBy, SourceMap sources) {

  private static final Set<Category> BLOCKS_ELSEWHERE =
      Set.of(Category.CLOSE, Category.DEADLOCK, Category.MISUSE);
  private static final Set<Category> BLOCKS_ON_ITS_OBJECT =
      Set.of(Category.DEADLOCK, Category.MISUSE);
  private static final List<String> CLOSED_CHANNEL = List.of("closed channel", "nil channel");

  Prediction {
    confirmedBy = Set.copyOf(confirmedBy);
  }

  /** Whether the failure is the one that the finding predicts. */
  boolean isFulfilledBy(Failure failure) {
    return confirmedBy.contains(Fault.valueOf(failure.fault().name()))
        && switch (failure.fault()) {
          case DEADLOCK, LEAK -> blocksHere(failure);
          case LIVELOCK -> spinsHere(failure);
          case ABANDONED -> isAbandonedHere(failure);
          case RACE -> racesHere(failure);
          case PANIC -> panicsHere(failure);
        };
  }

  /** Whether the failure touches any site that the finding names, predicted or not. */
  boolean isTouchedBy(Failure failure) {
    return Stream.of(
            failure.sites().stream(),
            unfinished(failure).flatMap(goroutine -> goroutine.stack().stream()),
            unfinished(failure).flatMap(goroutine -> goroutine.spawnedAt().stream()))
        .flatMap(sites -> sites)
        .anyMatch(site -> isPrimary(site) || isRelated(site) || isSpawn(site));
  }

  /** Whether one of the sites is the primary one. */
  boolean isExecutedIn(Collection<Site> executed) {
    return executed.stream().anyMatch(this::isPrimary);
  }

  private boolean blocksHere(Failure failure) {
    return stuck(failure)
        .anyMatch(
            goroutine ->
                standsAtPrimary(goroutine)
                    || goroutine.spawnedAt().stream().anyMatch(this::isPrimary)
                    || blocksElsewhere(goroutine, failure.witness()));
  }

  private boolean blocksElsewhere(GoroutineReport goroutine, List<Step> witness) {
    boolean atRelatedSite =
        BLOCKS_ELSEWHERE.contains(category)
            && goroutine.stack().stream().anyMatch(this::isRelated)
            && witness.stream().anyMatch(this::isAtPrimary);
    boolean onItsObject =
        BLOCKS_ON_ITS_OBJECT.contains(category)
            && !goroutine.waitsOn().isEmpty()
            && witness.stream()
                .filter(this::isAtPrimary)
                .anyMatch(step -> step.object().equals(goroutine.waitsOn()));
    return atRelatedSite || onItsObject;
  }

  private boolean spinsHere(Failure failure) {
    return unfinished(failure)
        .filter(goroutine -> goroutine.stack().stream().anyMatch(failure.sites()::contains))
        .anyMatch(goroutine -> standsAtPrimary(goroutine) || isStartedHere(goroutine));
  }

  /**
   * The sites of this fault are where those goroutines were started that had something left to do.
   */
  private boolean isAbandonedHere(Failure failure) {
    return failure.sites().stream().anyMatch(site -> isPrimary(site) || isSpawn(site));
  }

  private boolean racesHere(Failure failure) {
    List<Site> accesses = failure.sites();
    return accesses.stream().anyMatch(this::isPrimary)
        || (accesses.size() > 1 && accesses.stream().allMatch(this::isRelated));
  }

  private boolean panicsHere(Failure failure) {
    if (category == Category.CLOSE
        && CLOSED_CHANNEL.stream().noneMatch(failure.message()::contains)) {
      return false;
    }
    return failure.sites().stream().anyMatch(this::isPrimary)
        || (failure.sites().stream().anyMatch(this::isRelated)
            && failure.witness().stream().anyMatch(this::isAtPrimary));
  }

  private static Stream<GoroutineReport> unfinished(Failure failure) {
    return failure.goroutines().stream().filter(goroutine -> !Goroutines.isDone(goroutine));
  }

  /** In a deadlock or leak, whoever has not ended can never go on. */
  private static Stream<GoroutineReport> stuck(Failure failure) {
    return unfinished(failure);
  }

  private boolean standsAtPrimary(GoroutineReport goroutine) {
    return goroutine.stack().stream().anyMatch(this::isPrimary);
  }

  private boolean isStartedHere(GoroutineReport goroutine) {
    return goroutine.spawnedAt().stream().anyMatch(site -> isPrimary(site) || isSpawn(site));
  }

  private boolean isAtPrimary(Step step) {
    return step.stack().stream().anyMatch(this::isPrimary);
  }

  private boolean isPrimary(Site site) {
    return sources.isIn(site, finding.at());
  }

  private boolean isRelated(Site site) {
    return finding.related().stream().anyMatch(related -> sources.isIn(site, related.at()));
  }

  private boolean isSpawn(Site site) {
    return finding.spawns().stream().anyMatch((Position spawn) -> sources.isIn(site, spawn));
  }
}

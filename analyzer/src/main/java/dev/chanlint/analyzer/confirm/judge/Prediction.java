package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.analyzer.confirm.SourceMap;
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
 * <p>A failure fulfils a prediction if its fault is one that the rule names, it struck at the
 * finding's place, and it concerns the finding's object where both say which that is:
 *
 * <ul>
 *   <li><b>deadlock, leak</b>: a goroutine that can never go on is stuck at the primary site, in
 *       the kind of operation that the rule is about, or it was started there. Where the mistake is
 *       not the place that blocks (closes, deadlocks, misuse) it is enough that a goroutine is
 *       stuck at a related site after the primary one was executed; or, for deadlocks and misuse,
 *       on the very object that the primary site operated on.
 *   <li><b>livelock</b>, and a leak that is a loop: a goroutine that makes no progress stands at
 *       the primary site, or was started there or at a spawn site of the finding. That it passed
 *       the bound on steps shows nothing.
 *   <li><b>abandoned</b>: a goroutine that had something left to do was started at the primary site
 *       or at a spawn site of the finding.
 *   <li><b>race</b>: the variable is the finding's, and one of the two accesses is at the primary
 *       site, or both are at related sites.
 *   <li><b>panic</b>: it is one that the rule speaks of, and it was thrown at the primary site, at
 *       a related one after the primary one was executed, or by an operation on the finding's
 *       object.
 * </ul>
 *
 * @param finding the finding
 * @param category its rule's category
 * @param confirmedBy the faults that its rule names
 * @param sources tells the files of the sites
 */
public record Prediction(
    Finding finding, Category category, Set<Fault> confirmedBy, SourceMap sources) {

  private static final Set<Category> BLOCKS_ELSEWHERE =
      Set.of(Category.CLOSE, Category.DEADLOCK, Category.MISUSE);
  private static final Set<Category> BLOCKS_ON_ITS_OBJECT =
      Set.of(Category.DEADLOCK, Category.MISUSE);

  /** What the explorer says of an execution that may yet end: it shows no loop. */
  private static final String PAST_THE_BOUND = "past the bound";

  /** Makes it unchangeable. */
  public Prediction {
    confirmedBy = Set.copyOf(confirmedBy);
  }

  /**
   * Whether the failure is the one that the finding predicts.
   *
   * @param failure the failure
   * @return true if so
   */
  public boolean isFulfilledBy(Failure failure) {
    return confirmedBy.contains(Fault.valueOf(failure.fault().name()))
        && !isPastTheBound(failure)
        && switch (failure.fault()) {
          case DEADLOCK, LEAK -> blocksHere(failure);
          case LIVELOCK -> spinsHere(failure);
          case ABANDONED -> isAbandonedHere(failure);
          case RACE -> racesHere(failure);
          case PANIC -> panicsHere(failure);
        };
  }

  /** Whether all that the failure says is that an execution had more steps than it may have. */
  static boolean isPastTheBound(Failure failure) {
    return failure.message().contains(PAST_THE_BOUND);
  }

  /**
   * Whether the failure touches any site that the finding names, predicted or not.
   *
   * @param failure the failure
   * @return true if so
   */
  public boolean isTouchedBy(Failure failure) {
    return Stream.of(
            failure.sites().stream(),
            unfinished(failure).flatMap(goroutine -> goroutine.stack().stream()),
            unfinished(failure).flatMap(goroutine -> goroutine.spawnedAt().stream()))
        .flatMap(sites -> sites)
        .anyMatch(site -> isPrimary(site) || isRelated(site) || isSpawn(site));
  }

  /**
   * Whether one of the sites is the primary one.
   *
   * @param executed the sites
   * @return true if so
   */
  public boolean isExecutedIn(Collection<Site> executed) {
    return executed.stream().anyMatch(this::isPrimary);
  }

  private boolean blocksHere(Failure failure) {
    return stuck(failure)
        .anyMatch(
            goroutine ->
                blocksAtPrimary(goroutine)
                    || goroutine.spawnedAt().stream().anyMatch(this::isPrimary)
                    || blocksElsewhere(goroutine, failure.witness()));
  }

  private boolean blocksAtPrimary(GoroutineReport goroutine) {
    return standsAtPrimary(goroutine)
        && Expectations.isWaitOf(finding.rule(), goroutine)
        && subjects().mayInclude(goroutine.waitsOn());
  }

  private boolean blocksElsewhere(GoroutineReport goroutine, List<Step> witness) {
    boolean atRelatedSite =
        BLOCKS_ELSEWHERE.contains(category)
            && goroutine.stack().stream().anyMatch(this::isRelated)
            && Expectations.isWaitOf(finding.rule(), goroutine)
            && subjects().mayInclude(goroutine.waitsOn())
            && witness.stream().anyMatch(this::isAtPrimary);
    boolean onItsObject =
        BLOCKS_ON_ITS_OBJECT.contains(category)
            && !goroutine.waitsOn().isEmpty()
            && witness.stream()
                .filter(this::isAtPrimary)
                .anyMatch(step -> step.object().equals(goroutine.waitsOn()));
    return atRelatedSite || onItsObject;
  }

  private Subjects subjects() {
    return Subjects.of(finding);
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
    return RaceLocation.agree(finding, failure)
        && (accesses.stream().anyMatch(this::isPrimary)
            || (accesses.size() > 1 && accesses.stream().allMatch(this::isRelated)));
  }

  private boolean panicsHere(Failure failure) {
    return Expectations.isPanicOf(finding.rule(), failure)
        && (failure.sites().stream().anyMatch(this::isPrimary)
            || failure.sites().stream().anyMatch(this::isRelated)
                && failure.witness().stream().anyMatch(this::isAtPrimary)
            || panicsOnItsObject(failure));
  }

  /** The last operation at the place that threw was on an object that the finding names. */
  private boolean panicsOnItsObject(Failure failure) {
    return failure.witness().stream()
        .filter(step -> step.stack().stream().limit(1).anyMatch(failure.sites()::contains))
        .reduce((earlier, later) -> later)
        .filter(step -> subjects().include(step.object()))
        .isPresent();
  }

  private static Stream<GoroutineReport> unfinished(Failure failure) {
    return failure.goroutines().stream().filter(goroutine -> !Goroutines.isDone(goroutine));
  }

  /**
   * Those that the failure says can never go on: a deadlock names all of them, a leak names one,
   * and others may be stuck in the same way and have a failure of their own.
   */
  private static Stream<GoroutineReport> stuck(Failure failure) {
    return unfinished(failure).filter(goroutine -> isNamed(goroutine, failure));
  }

  /** One that stands in no code under test has no place to be named by. */
  private static boolean isNamed(GoroutineReport goroutine, Failure failure) {
    return goroutine.stack().isEmpty()
        ? failure.sites().isEmpty() || failure.fault() == dev.chanlint.explorer.Fault.DEADLOCK
        : failure.sites().contains(goroutine.stack().getFirst());
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

package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Drivers;
import dev.chanlint.explorer.engine.Execution.Incident;
import dev.chanlint.explorer.engine.NondeterminismException;
import dev.chanlint.explorer.engine.Patience;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Witness;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.search.Bound;
import dev.chanlint.explorer.search.BoundedDpor;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.explorer.search.Directed;
import dev.chanlint.explorer.search.Dpor;
import dev.chanlint.explorer.search.Fixed;
import dev.chanlint.explorer.search.Priorities;
import dev.chanlint.explorer.search.RandomWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One exploration while it goes on. What several threads take note of is guarded by its lock. */
final class Hunt {

  /** How many executions shortening the witnesses may take. */
  private static final int SHORTENING = 2_000;

  /** It may also take as long as the search did, but not less or more than this. */
  private static final Duration LEAST_SHORTENING = Duration.ofMillis(200);

  private static final Duration MOST_SHORTENING = Duration.ofSeconds(2);

  /** The first execution may take so many times as long as all: without one, nothing is known. */
  static final int FIRST_FACTOR = 2;

  private final Workload workload;
  private final int maxSteps;
  private final long maxExecutions;
  private final Patience patience;
  private final Predicate<Failure> enough;
  private final int searchers;

  private final Map<Candidate.Key, Candidate> candidates = new LinkedHashMap<>();
  private final Set<Outcome> outcomes = new HashSet<>();
  private final Set<String> limits = new LinkedHashSet<>();
  private final Set<Site> executed = new HashSet<>();
  private final Patience halfPatience;
  private final Patience patienceAtFirst;
  private final AtomicLong executions = new AtomicLong();

  /**
   * The candidates that one of several threads may have come to first: another that is as good, but
   * found by one thread alone, is preferred, so that it is the same each time.
   */
  private final Set<Candidate.Key> foundByChance = new HashSet<>();

  private boolean byChance;
  private boolean exhausted;
  private boolean underControl = true;

  Hunt(
      Workload workload,
      int maxSteps,
      long maxExecutions,
      Duration maxDuration,
      Predicate<Failure> enough,
      int searchers) {
    this.workload = workload;
    this.maxSteps = maxSteps;
    this.maxExecutions = maxExecutions;
    this.patience = patience(maxDuration);
    this.halfPatience = patience.withTime(maxDuration.dividedBy(2));
    this.patienceAtFirst = patience.withTime(maxDuration.multipliedBy(FIRST_FACTOR));
    this.enough = enough;
    this.searchers = searchers;
  }

  Exploration run(Strategy strategy) {
    try (Drivers.Shift _ = Drivers.begin()) {
      long begin = System.nanoTime();
      while (search(strategy) && workload.exposeRaces()) {
        exhausted = false;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      shorten(patience(clamp(took, LEAST_SHORTENING, MOST_SHORTENING)));
    } catch (NondeterminismException e) {
      loseControl(String.valueOf(e.getMessage()));
    }
    List<Failure> failures = failures();
    executed.addAll(workload.executed());
    return new Exploration(
        executions.get(),
        exhausted && limits.isEmpty(),
        underControl,
        failures,
        outcomes,
        List.copyOf(limits),
        executed);
  }

  /**
   * Searches to the end, or until half the budget is spent and racing accesses have yet to be made
   * scheduling points: the search that follows covers all that this one would.
   *
   * @return false if it was stopped for good
   */
  private boolean search(Strategy strategy) {
    Search.End end =
        switch (strategy) {
          case Strategy.Traces() -> search(new Dpor());
          case Strategy.Interleavings() -> search(DepthFirst.naive());
          case Strategy.Random(long seed) -> search(new RandomWalk(seed));
          case Strategy.Pct(int depth, long seed) -> search(new Priorities(depth, seed));
          case Strategy.Directed(List<Site> places, long seed) ->
              search(new Directed(places, seed));
          case Strategy.Bounded(int preemptions) -> searchWithin(preemptions);
        };
    exhausted = end == Search.End.COVERED;
    return exhausted || end == Search.End.RACES_TO_EXPOSE;
  }

  /**
   * With more and more preemptions, for most faults need few, as long as more make a difference.
   */
  private Search.End searchWithin(int preemptions) {
    for (int some = 0; ; some++) {
      BoundedDpor search = new BoundedDpor(new Bound(some, true));
      Search.End end = search(search);
      if (end != Search.End.COVERED || !search.wasRestricted()) {
        return end;
      }
      if (some == preemptions) {
        limits.add(Exploration.MORE_PREEMPTIONS);
        return end;
      }
    }
  }

  private Search.End search(Scheduler scheduler) {
    Search search = new Search(this, workload, scheduler, searchers);
    Search.End end = search.run();
    byChance |= search.isByChance();
    switch (end) {
      case EXECUTIONS_SPENT -> limits.add("stopped after " + executions + " executions");
      case TIME_UP -> limits.add("stopped after " + executions + " executions, the time was up");
      case COVERED, RACES_TO_EXPOSE, ENOUGH -> {}
    }
    return end;
  }

  int maxSteps() {
    return maxSteps;
  }

  /** Whether an execution is to end where it is. */
  boolean isTimeUp() {
    return (executions.get() > 1 ? patience : patienceAtFirst).isSpent();
  }

  /** That with this process. */
  private static Patience patience(Duration time) {
    return new Patience(ProcessHandle.current(), time);
  }

  private static Duration clamp(Duration time, Duration least, Duration most) {
    return time.compareTo(least) < 0 ? least : time.compareTo(most) > 0 ? most : time;
  }

  /** Counts one execution more, which is about to be run; or tells why it is not to be. */
  Search.@Nullable End claim() {
    if (workload.hasRacesToExpose()
        && (executions.get() >= maxExecutions / 2 || halfPatience.isSpent())) {
      return Search.End.RACES_TO_EXPOSE;
    }
    if (patience.isSpent()) {
      return Search.End.TIME_UP;
    }
    if (executions.incrementAndGet() > maxExecutions) {
      executions.decrementAndGet();
      return Search.End.EXECUTIONS_SPENT;
    }
    return null;
  }

  /**
   * Takes note of an execution; false if the search is to end with it.
   *
   * @param code what was run
   * @param seen the outcomes that the caller knows to be taken note of
   */
  boolean take(Driver.Ended ended, Workload code, Set<Outcome> seen) {
    if (ended.unfairLeftOut()) {
      noteLimit("schedules that keep a goroutine waiting while others go on and on were left out");
    }
    if (ended.cut()) {
      executions.decrementAndGet();
      return true;
    }
    if (ended.limit() == null && ended.incidents().isEmpty()) {
      Outcome outcome = new Outcome(ended.output(), Set.of());
      if (seen.add(outcome)) {
        noteOutcome(outcome);
      }
      return true;
    }
    return noteFaults(ended, code);
  }

  private synchronized void noteOutcome(Outcome outcome) {
    outcomes.add(outcome);
  }

  private boolean noteFaults(Driver.Ended ended, Workload code) {
    String limit = ended.limit();
    if (limit != null) {
      loseControl(limit);
      return false;
    }
    noteOutcome(new Outcome(ended.output(), Set.copyOf(ended.faults())));
    List<Map.Entry<Candidate.Key, Candidate>> found = note(ended);
    return found.isEmpty() || !isEnough(found, code);
  }

  private synchronized void loseControl(String reason) {
    limits.add(reason);
    underControl = false;
  }

  /** Notes the incidents of an execution; returns those seen for the first time. */
  private synchronized List<Map.Entry<Candidate.Key, Candidate>> note(Driver.Ended ended) {
    List<Map.Entry<Candidate.Key, Candidate>> found = new ArrayList<>();
    Candidate candidate = null;
    for (Incident incident : ended.incidents()) {
      Candidate.Key key = Candidate.Key.ofUntraced(incident);
      candidate = candidate == null ? Candidate.of(ended) : candidate;
      Candidate known = candidates.get(key);
      if (known == null) {
        found.add(Map.entry(key, candidate));
      }
      if (known == null || isBetter(candidate, known, key)) {
        candidates.put(key, candidate);
        foundByChance.remove(key);
      }
    }
    return found;
  }

  private boolean isBetter(Candidate candidate, Candidate known, Candidate.Key key) {
    int comparison = Candidate.BY_WORTH.compare(candidate, known);
    return comparison < 0 || comparison == 0 && foundByChance.contains(key);
  }

  /**
   * Whether some fault is the one looked for. Runs their candidates, so without this object's
   * monitor: a virtual thread's locks are set aside when it stops, and those of its carrier would
   * go with them.
   */
  private boolean isEnough(List<Map.Entry<Candidate.Key, Candidate>> found, Workload code) {
    boolean isMet = failures(found, code).stream().anyMatch(this::isLookedFor);
    if (isMet) {
      noteLimit("stopped at the fault that was looked for");
    }
    return isMet;
  }

  /** One at a time, for whoever asks need not expect several threads. */
  private synchronized boolean isLookedFor(Failure failure) {
    return enough.test(failure);
  }

  private synchronized void noteLimit(String limit) {
    limits.add(limit);
  }

  /** Looks for better witnesses of the faults found: within tighter and tighter bounds. */
  private void shorten(Patience left) {
    int budget = SHORTENING;
    if (byChance) {
      foundByChance.addAll(candidates.keySet());
    }
    for (boolean earlyTimers : new boolean[] {false, true}) {
      for (int preemptions = 0; preemptions <= mostPreemptions(earlyTimers); preemptions++) {
        DepthFirst search = DepthFirst.within(new Bound(preemptions, earlyTimers));
        Driver driver = new Driver(workload, search, maxSteps, false, left::isSpent);
        while (budget > 0
            && !left.isSpent()
            && search.next()
            && mostPreemptions(earlyTimers) >= preemptions) {
          Driver.Ended ended = driver.run();
          budget--;
          if (!ended.cut() && ended.limit() == null) {
            note(ended);
          }
        }
      }
    }
  }

  /**
   * The most preemptions that a witness may have and still be worth looking for; below 0 if none.
   */
  private int mostPreemptions(boolean earlyTimers) {
    int most = -1;
    for (Map.Entry<Candidate.Key, Candidate> entry : candidates.entrySet()) {
      Candidate candidate = entry.getValue();
      if (earlyTimers && candidate.earlyTimers() == 0) {
        continue;
      }
      boolean needsTimers = !earlyTimers && candidate.earlyTimers() > 0;
      boolean equalWillDo = needsTimers || foundByChance.contains(entry.getKey());
      most = Math.max(most, candidate.preemptions() - (equalWillDo ? 0 : 1));
    }
    return most;
  }

  private List<Failure> failures() {
    List<Map.Entry<Candidate.Key, Candidate>> sorted = new ArrayList<>(candidates.entrySet());
    if (byChance) {
      sorted.sort(Comparator.comparing(entry -> entry.getKey().toString()));
    }
    sorted.sort(Map.Entry.comparingByValue(Candidate.BY_WORTH));
    return failures(sorted, workload);
  }

  /** Runs each candidate once more for each kind of fault, traced, and tells what it shows. */
  private List<Failure> failures(List<Map.Entry<Candidate.Key, Candidate>> sorted, Workload code) {
    Map<Candidate.Key, Failure> failures = new LinkedHashMap<>();
    Set<Shown> shown = new HashSet<>();
    for (Map.Entry<Candidate.Key, Candidate> entry : sorted) {
      if (!shown.add(new Shown(entry.getKey().fault(), entry.getValue()))) {
        continue;
      }
      try {
        Driver.Ended ended = replay(code, entry.getValue(), maxSteps);
        for (Incident incident : ended.incidents()) {
          if (incident.fault() == entry.getKey().fault()) {
            failures.putIfAbsent(Candidate.Key.of(incident), failure(ended, incident));
          }
        }
      } catch (ScheduleMismatchException e) {
        loseControl("the code under test does not do the same each time: " + e.reason());
      }
    }
    return List.copyOf(failures.values());
  }

  /** That all faults of a kind were told that an execution shows. */
  private record Shown(Fault fault, Candidate candidate) {}

  private static Driver.Ended replay(Workload workload, Candidate candidate, int maxSteps) {
    workload.expose(candidate.exposed());
    return replay(workload, candidate.choices(), maxSteps);
  }

  /** Runs a schedule, traced. */
  static Driver.Ended replay(Workload workload, long[] choices, int maxSteps) {
    return new Driver(workload, new Fixed(choices), maxSteps, true, () -> false).run();
  }

  /** A fault of a traced execution. */
  static Failure failure(Driver.Ended ended, Incident incident) {
    List<Step> steps = steps(ended);
    return new Failure(
        incident.fault(),
        incident.message(),
        incident.sites(),
        Witness.goroutines(ended.execution()),
        new ScheduleText(
                ended.choices(),
                ended.endless(),
                Fingerprint.of(steps),
                ended.execution().exposed())
            .encode(),
        steps,
        ended.preemptions());
  }

  /** What tells whether a traced execution has the steps that a schedule was recorded with. */
  static int fingerprint(Driver.Ended ended) {
    return Fingerprint.of(steps(ended));
  }

  private static List<Step> steps(Driver.Ended ended) {
    Witness witness = ended.witness();
    if (witness == null) {
      throw new IllegalArgumentException("not traced");
    }
    return witness.steps();
  }
}

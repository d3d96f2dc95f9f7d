package dev.chanlint.model.search;

import dev.chanlint.model.Observations;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.machine.CodeIndex;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Runs a program from an entry point under many schedules. */
public final class Search {

  private static final long WORK = 3_000_000;

  /** Of a large library hundreds of functions may be called from outside, each for itself. */
  private static final long WORK_FROM_OUTSIDE = 300_000;

  /** What a run costs beside the work that the machine counts. */
  private static final int EFFORT_OF_A_RUN = 200;

  private static final int STEPS_PER_RUN = 60_000;
  private static final int OPERATIONS_PER_RUN = 6_000;
  private static final int STEPS_AFTER_MAIN = 15_000;
  private static final int MOST_PREEMPTIONS = 2;
  private static final int MOST_RUNS = 4_000;

  /** So many runs are drawn where a search comes to its bounds. */
  private static final int MOST_DRAWN = 200;

  /** What is drawn is the same in each search. */
  private static final long SEED = 1;

  /** After so many runs with other data that all show nothing new, there is hardly more to see. */
  private static final int MOST_IDLE = 200;

  private final CodeIndex index;
  private final Start start;
  private final Collector collector;
  private final Known known = new Known();
  private final Frontier frontier = new Frontier();
  private int runs;
  private boolean complete = true;

  private Search(CodeIndex index, Start start) {
    this.index = index;
    this.start = start;
    this.collector = new Collector(index, start);
  }

  /**
   * Searches.
   *
   * @param entry where to start
   * @param index the code
   * @return what was seen
   */
  public static Observations from(Program.EntryPoint entry, CodeIndex index) {
    Function launcher = index.program().functions().get(entry.launcher());
    if (launcher == null) {
      return new Observations(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, false);
    }
    Search search = new Search(index, new Start(launcher, entry.kind()));
    search.deepen();
    return search.collector.result(search.runs, search.complete);
  }

  /** Searches with more and more preemptions, and draws where there is too much without any. */
  private void deepen() {
    long share = (start.isFromOutside() ? WORK_FROM_OUTSIDE : WORK) / (MOST_PREEMPTIONS + 1);
    frontier.add(run(new Choices(List.of()), limits(MOST_PREEMPTIONS), known).choices());
    for (int preemptions = 0; preemptions <= MOST_PREEMPTIONS; preemptions++) {
      searchAll(preemptions, share);
      if (preemptions == 0 && !complete && !start.isFromOutside()) {
        draw(share / 2);
      }
    }
  }

  private static Limits limits(int preemptions) {
    return new Limits(preemptions, STEPS_PER_RUN, OPERATIONS_PER_RUN, STEPS_AFTER_MAIN);
  }

  /**
   * Draws runs. Depth first, a search that is cut off has tried much of what is decided last, and
   * nothing of what is decided first.
   */
  private void draw(long most) {
    RandomGenerator random = new SplittableRandom(SEED);
    long work = 0;
    for (int drawn = 0; drawn < MOST_DRAWN && work <= most; drawn++) {
      work += effort(run(Choices.drawn(random), limits(0), null));
    }
  }

  /** Makes the runs with so many preemptions. */
  private void searchAll(int preemptions, long most) {
    long work = 0;
    int first = runs;
    int idle = 0;
    for (var next = frontier.next(preemptions); next != null; next = frontier.next(preemptions)) {
      if (work > most || runs - first > MOST_RUNS || idle > MOST_IDLE) {
        complete = false;
        return;
      }
      Run run = run(new Choices(next), limits(MOST_PREEMPTIONS), known);
      work += effort(run);
      idle = isIdle(run) ? idle + 1 : 0;
      extend(run);
    }
  }

  private static long effort(Run run) {
    return run.machine().work() + EFFORT_OF_A_RUN;
  }

  private Run run(Choices choices, Limits limits, @Nullable Known known) {
    Run run = new Run(index, choices, limits, known);
    Run.End end = run.execute(start);
    runs++;
    complete &= end != Run.End.LIMIT;
    collector.collect(run, end, limits);
    return run;
  }

  /**
   * Where other data have made no difference to what goroutines do, other schedules with these data
   * would show what they show with the likely ones.
   */
  private void extend(Run run) {
    if (isIdle(run)) {
      frontier.addData(run.choices());
    } else {
      frontier.add(run.choices());
    }
  }

  /** Whether a run has other data than the likely ones and shows nothing new for that. */
  private static boolean isIdle(Run run) {
    return !run.showsNew() && run.choices().deviations() > 0;
  }
}

package dev.chanlint.model.search;

import dev.chanlint.model.Observations;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.machine.CodeIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs a program from an entry point under many schedules. */
public final class Search {

  private static final long WORK = 3_000_000;

  /** Of a large library hundreds of functions may be called from outside, each for itself. */
  private static final long WORK_FROM_OUTSIDE = 300_000;

  private static final int STEPS_PER_RUN = 60_000;
  private static final int OPERATIONS_PER_RUN = 6_000;
  private static final int STEPS_AFTER_MAIN = 15_000;
  private static final int MOST_PREEMPTIONS = 2;
  private static final int MOST_RUNS = 4_000;

  /** After so many runs that all rest on a guess, the others hardly rest on less. */
  private static final int MOST_IN_VAIN = 100;

  private final CodeIndex index;
  private final Start start;
  private final Collector collector;
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

  /** Searches with more and more preemptions. */
  private void deepen() {
    for (int preemptions = 0; preemptions <= MOST_PREEMPTIONS; preemptions++) {
      long share = (start.isFromOutside() ? WORK_FROM_OUTSIDE : WORK) / (MOST_PREEMPTIONS + 1);
      searchAll(
          new Limits(preemptions, STEPS_PER_RUN, OPERATIONS_PER_RUN, STEPS_AFTER_MAIN, share));
    }
  }

  private void searchAll(Limits limits) {
    Set<Long> seen = new HashSet<>();
    long work = 0;
    int first = runs;
    List<Integer> next = List.of();
    while (next != null) {
      if (work > limits.work() || runs - first > MOST_RUNS || isInVain()) {
        complete = false;
        return;
      }
      Run run = new Run(index, new Choices(next), limits, seen);
      Run.End end = run.execute(start);
      runs++;
      work += run.machine().work() + 200;
      complete &= end != Run.End.LIMIT;
      collector.collect(run, end, limits);
      next = run.choices().successor();
    }
  }

  private boolean isInVain() {
    return runs >= MOST_IN_VAIN && collector.unsure() == runs;
  }
}

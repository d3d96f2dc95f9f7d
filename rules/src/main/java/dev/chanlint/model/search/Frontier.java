package dev.chanlint.model.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are still to be made. Those come first in which open data take the likely way most
 * often (limited discrepancy search, Harvey and Ginsberg, IJCAI 1995): so a loop of which nobody
 * knows how often it goes round, and which depth first would be gone round ever more often, does
 * not keep the search from all else. Among those that deviate as often, schedules go depth first,
 * and other data are tried in the order in which a run asks for them. Where the search comes to its
 * end, it has made the same runs in whatever order.
 */
final class Frontier {

  /** By how often their data deviate from the likely way. */
  private final List<Level> levels = new ArrayList<>();

  /** The level of the last run that was taken; those below are exhausted. */
  private int current;

  /** Runs whose data deviate equally often. */
  private record Level(Deque<Alternative> ofSchedules, Deque<Alternative> ofData) {
    Level() {
      this(new ArrayDeque<>(), new ArrayDeque<>());
    }

    @Nullable Alternative next() {
      Alternative schedule = ofSchedules.pollLast();
      return schedule != null ? schedule : ofData.pollFirst();
    }

    /** Adds what comes right after what was taken last. */
    void putBack(Alternative alternative) {
      if (alternative.isOfData()) {
        ofData.addFirst(alternative);
      } else {
        ofSchedules.addLast(alternative);
      }
    }
  }

  /** An option of a choice of a run, all that comes before it being as in that run. */
  private record Alternative(Choices run, int at, int option) {
    boolean isThere() {
      return run.hasOption(at, option);
    }

    boolean isOfData() {
      return run.isOfData(at);
    }

    Alternative successor() {
      return new Alternative(run, at, option + 1);
    }

    List<Integer> choices() {
      return run.changed(at, option);
    }
  }

  /** Adds what a run could have chosen otherwise, beyond the choices that it was given. */
  void add(Choices run) {
    add(run, at -> true);
  }

  /** The same for data alone: what comes of other schedules is known. */
  void addData(Choices run) {
    add(run, run::isOfData);
  }

  private void add(Choices run, IntPredicate isOpen) {
    int deviations = run.deviations();
    for (int at = run.givenSize(); at < run.size(); at++) {
      Alternative alternative = new Alternative(run, at, run.taken(at) + 1);
      if (isOpen.test(at) && alternative.isThere()) {
        add(alternative, deviations);
      }
    }
  }

  private void add(Alternative alternative, int deviations) {
    if (alternative.isOfData()) {
      level(deviations + 1).ofData().addLast(alternative);
    } else {
      level(deviations).ofSchedules().addLast(alternative);
    }
  }

  private Level level(int deviations) {
    while (levels.size() <= deviations) {
      levels.add(new Level());
    }
    return levels.get(deviations);
  }

  /** Takes the choices of the next run; null after the last. */
  @Nullable List<Integer> next() {
    for (; current < levels.size(); current++) {
      Level level = levels.get(current);
      Alternative next = level.next();
      if (next != null) {
        if (next.successor().isThere()) {
          level.putBack(next.successor());
        }
        return next.choices();
      }
    }
    return null;
  }
}

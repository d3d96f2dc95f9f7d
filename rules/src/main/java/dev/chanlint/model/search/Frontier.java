package dev.chanlint.model.search;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are still to be made. Those come first that hold up goroutines least often
 * (iterative context bounding, Musuvathi and Qadeer, PLDI 2007); of these, those in which open data
 * take the likely way most often (limited discrepancy search, Harvey and Ginsberg, IJCAI 1995): so
 * a loop of which nobody knows how often it goes round, and which depth first would be gone round
 * ever more often, does not keep the search from all else. Among those that deviate as often,
 * schedules go depth first, and other data are tried in the order in which a run asks for them.
 * Where the search comes to its end, it has made the same runs in whatever order.
 */
final class Frontier {

  private final NavigableMap<Rank, Level> levels = new TreeMap<>();

  /** How often runs hold up a goroutine, and how often their data deviate from the likely way. */
  private record Rank(int preemptions, int deviations) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
        Comparator.comparingInt(Rank::preemptions).thenComparingInt(Rank::deviations);

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  /** Runs of a rank. */
  private record Level(Deque<Alternative> ofSchedules, Deque<Alternative> ofData) {
    Level() {
      this(new ArrayDeque<>(), new ArrayDeque<>());
    }

    boolean isEmpty() {
      return ofSchedules.isEmpty() && ofData.isEmpty();
    }

    void add(Alternative alternative) {
      (alternative.isOfData() ? ofData : ofSchedules).addLast(alternative);
    }

    Alternative next() {
      Alternative next = ofSchedules.isEmpty() ? ofData.removeFirst() : ofSchedules.removeLast();
      if (next.successor().isThere()) {
        putBack(next.successor());
      }
      return next;
    }

    /** Adds what comes right after what was taken last. */
    private void putBack(Alternative alternative) {
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
    int preemptions = run.preemptions();
    int deviations = run.deviations();
    for (int at = run.givenSize(); at < run.openSize(); at++) {
      Alternative alternative = new Alternative(run, at, run.taken(at) + 1);
      if (isOpen.test(at) && alternative.isThere()) {
        Rank rank =
            new Rank(
                preemptions + (run.isOfTurn(at) ? 1 : 0), deviations + (run.isOfData(at) ? 1 : 0));
        levels.computeIfAbsent(rank, k -> new Level()).add(alternative);
      }
    }
  }

  /** Takes the choices of the next run with so many preemptions; null after the last. */
  @Nullable List<Integer> next(int preemptions) {
    Rank first = new Rank(preemptions, 0);
    Rank beyond = new Rank(preemptions + 1, 0);
    var inTurn = levels.subMap(first, beyond);
    while (!inTurn.isEmpty()) {
      Level level = inTurn.firstEntry().getValue();
      if (!level.isEmpty()) {
        return level.next().choices();
      }
      inTurn.pollFirstEntry();
    }
    return null;
  }
}

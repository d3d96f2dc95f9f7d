package dev.chanlint.analyzer.report;

import dev.chanlint.analyzer.confirm.Goroutines;
import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A witness cut to what its reader needs: of a long one only the steps of those at fault, and on
 * what they wait for.
 *
 * @param steps the steps to tell, with their numbers in the whole
 * @param leftOut how many are not told
 * @param failure what they lead to
 */
record Story(List<Numbered> steps, int leftOut, Failure failure) {

  /** The most that code scanners and readers take in. */
  static final int MOST_STEPS = 100;

  private static final int OPENING = 10;

  /** A step and its place in the execution, from 1. */
  record Numbered(int number, Step step) {}

  /** Tells a failure in the given number of steps at most. */
  static Story of(Failure failure, int most) {
    List<Numbered> all =
        IntStream.range(0, failure.witness().size())
            .mapToObj(i -> new Numbered(i + 1, failure.witness().get(i)))
            .toList();
    List<Numbered> told = all.size() <= most ? all : shortened(essential(all, failure), most);
    return new Story(told, all.size() - told.size(), failure);
  }

  private static List<Numbered> essential(List<Numbered> steps, Failure failure) {
    Set<Integer> atFault = atFault(failure).map(GoroutineReport::id).collect(Collectors.toSet());
    Set<String> waitedFor =
        atFault(failure)
            .map(GoroutineReport::waitsOn)
            .filter(object -> !object.isEmpty())
            .collect(Collectors.toSet());
    return steps.stream()
        .filter(
            numbered -> {
              Step step = numbered.step();
              return atFault.contains(step.goroutine())
                  || atFault.contains(step.partner())
                  || waitedFor.contains(step.object())
                  || step.preemption();
            })
        .toList();
  }

  /** Those that stand where the fault struck; all that have not ended if nobody does. */
  private static Stream<GoroutineReport> atFault(Failure failure) {
    List<GoroutineReport> there =
        failure.goroutines().stream()
            .filter(goroutine -> goroutine.stack().stream().anyMatch(failure.sites()::contains))
            .toList();
    return there.isEmpty()
        ? failure.goroutines().stream().filter(goroutine -> !Goroutines.isDone(goroutine))
        : there.stream();
  }

  /** The opening and the end: how it began and how it came to the fault. */
  private static List<Numbered> shortened(List<Numbered> steps, int most) {
    if (steps.size() <= most) {
      return steps;
    }
    int opening = Math.min(OPENING, most / 2);
    List<Numbered> kept = new ArrayList<>(steps.subList(0, opening));
    kept.addAll(steps.subList(steps.size() - (most - opening), steps.size()));
    return kept;
  }
}

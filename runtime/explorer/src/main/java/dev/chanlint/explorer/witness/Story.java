package dev.chanlint.explorer.witness;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A witness cut to what its reader needs: of a long one only the steps of those at fault, and on
 * what they wait for.
 *
 * @param steps the steps to tell, with their numbers in the whole
 * @param leftOut how many are not told
 * @param failure what they lead to
 */
public record Story(List<Numbered> steps, int leftOut, Failure failure) {

  /** The most that code scanners and readers take in. */
  public static final int MOST_STEPS = 100;

  private static final int OPENING = 10;

  /** How often a step must come in a row to be told once. */
  private static final int MANY = 4;

  /**
   * A step that is told.
   *
   * @param number its place in the execution, from 1
   * @param step the step
   * @param times how often it comes in a row
   */
  public record Numbered(int number, Step step, int times) {}

  /**
   * Tells a failure.
   *
   * @param failure what to tell
   * @param most how many steps to tell at most
   * @return the steps that matter most
   */
  public static Story of(Failure failure, int most) {
    List<Numbered> all = collapsed(failure.witness());
    List<Numbered> told = all.size() <= most ? all : shortened(essential(all, failure), most);
    int steps = told.stream().mapToInt(Numbered::times).sum();
    return new Story(told, failure.witness().size() - steps, failure);
  }

  /** A step that comes many times in a row is told once. */
  private static List<Numbered> collapsed(List<Step> steps) {
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); ) {
      int end = i + 1;
      while (end < steps.size() && steps.get(end).equals(steps.get(i))) {
        end++;
      }
      int times = end - i >= MANY ? end - i : 1;
      all.add(new Numbered(i + 1, steps.get(i), times));
      i += times;
    }
    return all;
  }

  private static List<Numbered> essential(List<Numbered> steps, Failure failure) {
    List<GoroutineReport> involved = involved(steps, failure);
    if (involved.isEmpty()) {
      return steps;
    }
    Set<Integer> ids = involved.stream().map(GoroutineReport::id).collect(Collectors.toSet());
    Set<String> waitedFor =
        involved.stream()
            .map(GoroutineReport::waitsOn)
            .filter(object -> !object.isEmpty())
            .collect(Collectors.toSet());
    Set<List<Site>> spawns =
        involved.stream().map(GoroutineReport::spawnedAt).collect(Collectors.toSet());
    return steps.stream()
        .filter(
            numbered -> {
              Step step = numbered.step();
              return ids.contains(step.goroutine())
                  || ids.contains(step.partner())
                  || waitedFor.contains(step.object())
                  || spawns.contains(step.stack())
                  || step.preemption();
            })
        .toList();
  }

  /**
   * Those that stand where the fault struck; if they have gone on since, those that were there
   * last; else all that have not ended. None where all have, and the fault struck between steps.
   */
  private static List<GoroutineReport> involved(List<Numbered> steps, Failure failure) {
    List<GoroutineReport> there =
        failure.goroutines().stream()
            .filter(goroutine -> goroutine.stack().stream().anyMatch(failure.sites()::contains))
            .toList();
    if (!there.isEmpty()) {
      return there;
    }
    List<Integer> passed =
        steps.reversed().stream()
            .map(Numbered::step)
            .filter(step -> step.stack().stream().anyMatch(failure.sites()::contains))
            .map(Step::goroutine)
            .distinct()
            .limit(failure.sites().size())
            .toList();
    return failure.goroutines().stream()
        .filter(
            goroutine ->
                passed.isEmpty() ? !Goroutines.isDone(goroutine) : passed.contains(goroutine.id()))
        .toList();
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

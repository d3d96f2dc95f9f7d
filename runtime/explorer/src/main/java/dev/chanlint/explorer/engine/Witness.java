package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.GoroutineReport;
import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.Step;
import java.util.ArrayList;
import java.util.List;

/** A traced execution, told step by step. */
public final class Witness {

  private final List<Step> steps = new ArrayList<>();

  Witness() {}

  /** Adds a transition that was just executed. */
  void add(Transition transition, boolean early, boolean preemption) {
    Operation operation = transition.operation();
    Operation partner = transition.partner();
    if (partner != null && partner.goroutine().cameAfter(operation.goroutine())) {
      Operation sender = operation;
      operation = partner;
      partner = sender;
    }
    Resource resource = operation.resource();
    List<Site> stack = operation.goroutine().stack();
    steps.add(
        new Step(
            operation.goroutine().id(),
            partner == null ? 0 : partner.goroutine().id(),
            operation.name(),
            resource == null ? "" : resource.toString(),
            operation.value(),
            stack,
            early,
            preemption));
  }

  /** Leaves out all steps but the first. */
  void shorten(int count) {
    steps.subList(count, steps.size()).clear();
  }

  /** The steps so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Every goroutine as it stands. */
  public static List<GoroutineReport> goroutines(Execution execution) {
    return execution.goroutines().stream()
        .filter(g -> g.role() != Goroutine.Role.TIMER)
        .map(g -> report(execution, g))
        .toList();
  }

  private static GoroutineReport report(Execution execution, Goroutine goroutine) {
    Operation pending = goroutine.pending();
    Resource resource = pending == null ? null : pending.resource();
    return new GoroutineReport(
        goroutine.id(),
        goroutine.name(),
        goroutine.state(),
        resource == null ? "" : resource.toString(),
        Ending.stack(execution, goroutine),
        goroutine.spawnedAt());
  }
}

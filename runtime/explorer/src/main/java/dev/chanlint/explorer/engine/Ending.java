package dev.chanlint.explorer.engine;

import dev.chanlint.explorer.Fault;
import dev.chanlint.explorer.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges an execution that cannot go on, or that does not end. */
final class Ending {

  /** Of what makes the same steps again and again, and changes nothing by them. */
  static final String VAIN = "goes on without any progress";

  private Ending() {}

  /** Nothing can be done any more. */
  static void judge(Execution execution) {
    List<Goroutine> left = left(execution);
    if (left.isEmpty()) {
      return;
    }
    Predicate<Goroutine> loops = g -> g.pending() instanceof Spin;
    if (execution.main().isDone()) {
      leaks(execution, left, loops);
    } else if (left.stream().noneMatch(loops)) {
      deadlock(execution, "all goroutines are asleep - deadlock! ", left);
    } else {
      left.stream()
          .filter(loops)
          .forEach(g -> loop(execution, g, Fault.LIVELOCK, "loops for ever"));
    }
  }

  /** Some go on, as timers drive them, and nothing that they do lets go on who is blocked. */
  static void standstill(Execution execution, Predicate<Goroutine> isMoving) {
    List<Goroutine> left = left(execution);
    if (execution.main().isDone()) {
      leaks(execution, left, isMoving);
    } else {
      deadlock(
          execution,
          "blocked for good, though timers go on to fire: ",
          left.stream().filter(isMoving.negate()).toList());
      left.stream().filter(isMoving).forEach(g -> loop(execution, g, Fault.LIVELOCK, VAIN));
    }
  }

  private static void leaks(Execution execution, List<Goroutine> left, Predicate<Goroutine> loops) {
    left.stream().filter(loops.negate()).forEach(g -> leak(execution, g));
    left.stream()
        .filter(loops)
        .forEach(g -> loop(execution, g, Fault.LEAK, "loops for ever after main returned"));
  }

  /** It does not end. */
  static void endless(Execution execution, String how) {
    Fault fault = execution.main().isDone() ? Fault.LEAK : Fault.LIVELOCK;
    for (Goroutine goroutine : left(execution)) {
      if (Enabled.canRun(execution, goroutine)) {
        loop(execution, goroutine, fault, how);
      }
    }
  }

  /** {@code " at …"} for the innermost place, or nothing. */
  static String at(List<Site> stack) {
    return stack.isEmpty() ? "" : " at " + stack.getFirst();
  }

  private static void deadlock(Execution execution, String how, List<Goroutine> blocked) {
    execution.report(
        Fault.DEADLOCK,
        blocked.stream()
            .map(g -> describe(execution, g))
            .collect(Collectors.joining(", ", how, "")),
        blocked.stream().flatMap(g -> innermost(execution, g).stream()).distinct().toList());
  }

  private static void leak(Execution execution, Goroutine goroutine) {
    execution.report(
        Fault.LEAK,
        describe(execution, goroutine) + " is blocked for good after main returned",
        innermost(execution, goroutine));
  }

  private static void loop(Execution execution, Goroutine goroutine, Fault fault, String how) {
    execution.report(
        fault, describe(execution, goroutine) + " " + how, innermost(execution, goroutine));
  }

  private static String describe(Execution execution, Goroutine goroutine) {
    return goroutine + " [" + goroutine.state() + "]" + at(innermost(execution, goroutine));
  }

  private static List<Site> innermost(Execution execution, Goroutine goroutine) {
    return stack(execution, goroutine).stream().limit(1).toList();
  }

  /** Where a goroutine stands. */
  static List<Site> stack(Execution execution, Goroutine goroutine) {
    if (goroutine.isDone()) {
      return List.of();
    }
    return execution.isTraced()
        ? goroutine.stack()
        : execution.sites(goroutine.thread().getStackTrace());
  }

  private static List<Goroutine> left(Execution execution) {
    List<Goroutine> left = new ArrayList<>();
    for (Goroutine goroutine : execution.goroutines()) {
      if (!goroutine.isDone() && goroutine.role() != Goroutine.Role.TIMER) {
        left.add(goroutine);
      }
    }
    return left;
  }
}

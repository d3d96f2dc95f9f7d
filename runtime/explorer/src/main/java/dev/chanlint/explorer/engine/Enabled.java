package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what can be done in the present state of an execution. */
final class Enabled {

  private final Execution execution;
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Transition> others = new ArrayList<>();
  private final List<Transition> timers = new ArrayList<>();
  private final List<Transition> vain = new ArrayList<>();
  private boolean settled;

  Enabled(Execution execution) {
    this.execution = execution;
  }

  /**
   * What can be done: first what the goroutines of the last step can do, then the others by number,
   * then timers. A goroutine that yielded in vain takes part only if nothing else can be done; then
   * every waiting goroutine has had the time to get where it waits.
   *
   * @return a list that holds until this is called again
   */
  List<Transition> transitions(@Nullable Transition last) {
    collect(last);
    settled = transitions.isEmpty() && !vain.isEmpty();
    if (settled) {
      settle();
      collect(last);
      return transitions.isEmpty() ? vain : transitions;
    }
    return transitions;
  }

  /** Whether every waiting goroutine was given the time to get where it waits. */
  boolean isSettled() {
    return settled;
  }

  /** Gives every waiting goroutine the time to get where it waits. */
  void settle() {
    execution.goroutines().forEach(Goroutine::arrive);
  }

  /** Whether a goroutine, not the one that is executing, could still do something. */
  static boolean canRun(Execution execution, Goroutine goroutine) {
    if (goroutine.pending() instanceof Spin) {
      return true;
    }
    Enabled enabled = new Enabled(execution);
    enabled.collect(null);
    for (List<Transition> some : List.of(enabled.transitions, enabled.vain)) {
      for (Transition transition : some) {
        if (transition.involves(goroutine)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an operation could be executed, not counting timers. */
  static boolean solo(Operation operation) {
    for (int i = 0; i < operation.alternatives(); i++) {
      if (operation.deadline(i) == Operation.NEVER && operation.enabled(i)) {
        return true;
      }
      Rendezvous rendezvous = operation.rendezvous(i);
      if (rendezvous != null && rendezvous.hasPartner(operation, operation.sends(i))) {
        return true;
      }
    }
    return false;
  }

  private void collect(@Nullable Transition last) {
    transitions.clear();
    others.clear();
    timers.clear();
    vain.clear();
    long earliest = earliestDeadline();
    List<Goroutine> goroutines = execution.goroutines();
    for (int g = 0; g < goroutines.size(); g++) {
      Operation operation = goroutines.get(g).pending();
      if (operation != null) {
        int alternatives = operation.alternatives();
        for (int i = 0; i < alternatives; i++) {
          collect(operation, i, earliest, last);
        }
      }
    }
    transitions.addAll(others);
    transitions.addAll(timers);
  }

  private void collect(
      Operation operation, int alternative, long earliest, @Nullable Transition last) {
    long deadline = operation.isTimed() ? operation.deadline(alternative) : Operation.NEVER;
    if (deadline != Operation.NEVER) {
      if (deadline <= earliest && operation.enabled(alternative)) {
        timers.add(new Transition(operation, alternative, true));
      }
      return;
    }
    if (operation.enabled(alternative)) {
      add(new Transition(operation, alternative, false), last);
    }
    Rendezvous rendezvous = operation.rendezvous(alternative);
    if (rendezvous != null && operation.sends(alternative)) {
      for (Rendezvous.Offer offer : rendezvous.receivers()) {
        Operation partner = offer.operation();
        if (partner.goroutine() != operation.goroutine()
            && !(partner.isNonBlocking() && operation.isNonBlocking())) {
          add(new Transition(operation, alternative, partner, offer.alternative(), false), last);
        }
      }
    }
  }

  private void add(Transition transition, @Nullable Transition last) {
    Operation partner = transition.partner();
    if (transition.goroutine().hasYielded()
        && (partner == null || partner.goroutine().hasYielded())) {
      vain.add(transition);
    } else if (last != null && transition.involvesAnyOf(last)) {
      transitions.add(transition);
    } else {
      others.add(transition);
    }
  }

  private long earliestDeadline() {
    long earliest = Operation.NEVER;
    List<Goroutine> goroutines = execution.goroutines();
    for (int g = 0; g < goroutines.size(); g++) {
      Operation operation = goroutines.get(g).pending();
      if (operation != null && operation.isTimed()) {
        earliest = Math.min(earliest, operation.earliestDeadline());
      }
    }
    return earliest;
  }
}

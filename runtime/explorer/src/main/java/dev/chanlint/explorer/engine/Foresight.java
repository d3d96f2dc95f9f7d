package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what could be done in a state that the execution is not in: the present one without some of
 * the steps that led to it. The code under test is not run for it.
 */
final class Foresight {

  private final Execution execution;
  private final List<Transition> made;

  /**
   * Makes one.
   *
   * @param made the steps of the execution; grows with it
   */
  Foresight(Execution execution, List<Transition> made) {
    this.execution = execution;
    this.made = made;
  }

  /**
   * What a goroutine could do.
   *
   * @param undone the positions of the steps that are taken back, ascending
   * @param count how many they are
   * @return null if that cannot be told
   */
  @Nullable List<Move> alternatives(Goroutine goroutine, int[] undone, int count) {
    Pending pending = new Pending(undone, count);
    Operation operation = pending.of(goroutine);
    if (operation == null || pending.isStopped() || pending.hasJustYielded(goroutine)) {
      return List.of();
    }
    if (!operation.isForeseeable()) {
      return null;
    }
    for (int i = count - 1; i >= 0; i--) {
      execution.store().undo(undone[i]);
    }
    try {
      return alternatives(operation, pending);
    } finally {
      for (int i = 0; i < count; i++) {
        execution.store().redo(undone[i]);
      }
    }
  }

  private List<Move> alternatives(Operation operation, Pending pending) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < operation.alternatives(); i++) {
      if (operation.enabled(i) && pending.isDue(operation.deadline(i))) {
        moves.add(new Transition(operation, i, false).move());
      }
      Rendezvous rendezvous = operation.rendezvous(i);
      if (rendezvous != null) {
        meet(operation, i, rendezvous, pending, moves);
      }
    }
    return moves;
  }

  private void meet(
      Operation operation, int alternative, Rendezvous place, Pending pending, List<Move> into) {
    boolean sends = operation.sends(alternative);
    for (Operation partner : pending.all()) {
      if (partner == null
          || partner.goroutine() == operation.goroutine()
          || partner.isNonBlocking() && operation.isNonBlocking()) {
        continue;
      }
      for (int i = 0; i < partner.alternatives(); i++) {
        if (partner.rendezvous(i) == place && partner.sends(i) != sends) {
          Transition meeting =
              sends
                  ? new Transition(operation, alternative, partner, i, false)
                  : new Transition(partner, i, operation, alternative, false);
          into.add(meeting.move());
        }
      }
    }
  }

  /** The operations that are pending once some steps are taken back. */
  private final class Pending {

    private final int[] undone;
    private final int count;
    private @Nullable Operation @Nullable [] all;
    private long earliest = -1;

    Pending(int[] undone, int count) {
      this.undone = undone;
      this.count = count;
    }

    /** That of a goroutine; null if it is done or was not started yet. */
    @Nullable Operation of(Goroutine goroutine) {
      for (int i = 0; i < count; i++) {
        Transition transition = made.get(undone[i]);
        Operation partner = transition.partner();
        if (transition.goroutine() == goroutine) {
          return transition.operation();
        }
        if (partner != null && partner.goroutine() == goroutine) {
          return partner;
        }
        if (transition.operation() instanceof Spawn spawn && spawn.child() == goroutine) {
          return null;
        }
      }
      return goroutine.pending();
    }

    /** Those of all goroutines, by number; null where {@link #of} would be. */
    @Nullable Operation[] all() {
      if (all == null) {
        all = present();
        for (int i = count - 1; i >= 0; i--) {
          takeBack(made.get(undone[i]), all);
        }
      }
      return all;
    }

    private @Nullable Operation[] present() {
      List<Goroutine> goroutines = execution.goroutines();
      @Nullable Operation[] present = new Operation[goroutines.size()];
      for (int i = 0; i < present.length; i++) {
        present[i] = goroutines.get(i).pending();
      }
      return present;
    }

    private static void takeBack(Transition transition, @Nullable Operation[] pending) {
      set(pending, transition.goroutine(), transition.operation());
      Operation partner = transition.partner();
      if (partner != null) {
        set(pending, partner.goroutine(), partner);
      }
      Goroutine child = transition.operation() instanceof Spawn spawn ? spawn.child() : null;
      if (child != null) {
        set(pending, child, null);
      }
    }

    private static void set(
        @Nullable Operation[] pending, Goroutine goroutine, @Nullable Operation operation) {
      pending[goroutine.id() - 1] = operation;
    }

    /** Whether a panic has ended the execution. */
    boolean isStopped() {
      return execution.isStopped() && (count == 0 || undone[count - 1] != made.size() - 1);
    }

    /** Whether the goroutine has to let another make a step first. */
    boolean hasJustYielded(Goroutine goroutine) {
      int last = made.size() - 1;
      for (int i = count - 1; i >= 0 && undone[i] == last; i--) {
        last--;
      }
      return last >= 0 && made.get(last).goroutine() == goroutine && made.get(last).yieldsInVain();
    }

    /** Whether a timer with this deadline can fire: none that is set is earlier. */
    boolean isDue(long deadline) {
      return deadline == Operation.NEVER || deadline <= earliest();
    }

    private long earliest() {
      if (earliest < 0) {
        earliest = Operation.NEVER;
        for (Operation operation : all()) {
          if (operation != null) {
            earliest = Math.min(earliest, operation.earliestDeadline());
          }
        }
      }
      return earliest;
    }
  }
}

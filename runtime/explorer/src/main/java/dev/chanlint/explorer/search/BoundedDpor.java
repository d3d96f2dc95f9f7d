package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Names;
import dev.chanlint.explorer.engine.NondeterminismException;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Scheduler;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Partial-order reduction within a {@link Bound} (Coons, Musuvathi, McKinley, <i>Bounded
 * Partial-Order Reduction</i>, OOPSLA 2013): it meets every state of a goroutine, so every fault,
 * that a schedule within the bound meets. Optimal reduction is no use here: of the schedules that
 * are one trace it runs whichever comes first, and that may have more preemptions than another.
 *
 * <p>Where an operation conflicts with an earlier step, its goroutine is also to be run in place of
 * that step; and, for that may be one preemption too many, where the goroutine of the step was
 * switched to, for to run another there instead takes no preemption more. All else that could be
 * done in a state is left out.
 */
public final class BoundedDpor implements Scheduler {

  private final Bound bound;
  private final Names names = new Names();
  private final List<State> path = new ArrayList<>();
  private final Trace trace = new Trace();
  private boolean begun;
  private boolean restricted;

  /** Makes one that has run nothing. */
  public BoundedDpor(Bound bound) {
    this.bound = bound;
  }

  /** Whether there was anything so far that the bound does not allow, to be done or not. */
  public boolean wasRestricted() {
    return restricted;
  }

  /** A state on the path that is being searched, and the step that was made from it last. */
  private final class State {

    private final long[] keys;
    private final int preemptionsBefore;

    /** What can be done that takes over from a goroutine that could go on. */
    private final BitSet preempting = new BitSet();

    /** What can be done within the bound. */
    private final BitSet allowed = new BitSet();

    /** What is to be done and was not done yet. */
    private final BitSet wanted = new BitSet();

    private final BitSet done = new BitSet();

    /** What is being searched, and whether its step is in the trace. */
    private int index;

    private boolean made;

    /** The depth of the state in which the goroutine of the step was switched to. */
    private int switchedAt;

    State(Point point, int preemptionsBefore) {
      List<Transition> transitions = point.transitions();
      this.keys = transitions.stream().mapToLong(Transition::key).toArray();
      this.preemptionsBefore = preemptionsBefore;
      for (int i = 0; i < keys.length; i++) {
        preempting.set(i, point.isPreemption(transitions.get(i)));
        allowed.set(i, bound.allows(point, transitions.get(i), preemptionsAfter(i)));
      }
      restricted |= allowed.cardinality() < keys.length;
    }

    private int preemptionsAfter(int i) {
      return preemptionsBefore + (preempting.get(i) ? 1 : 0);
    }

    int preemptions() {
      return preemptionsAfter(index);
    }

    long key() {
      return keys[index];
    }

    /** The goroutines of a move are to make a step here. */
    void want(long move) {
      want(Move.goroutine(move));
      if (Move.partner(move) != 0) {
        want(Move.partner(move));
      }
    }

    /** A goroutine is to make a step here; anything is to be done if it cannot. */
    void want(int goroutine) {
      if (!wantIfItCan(goroutine)) {
        wanted.set(0, keys.length);
        wanted.andNot(done);
      }
    }

    /** A goroutine is to make a step here; false if it cannot. */
    boolean wantIfItCan(int goroutine) {
      boolean can = false;
      for (int i = 0; i < keys.length; i++) {
        if (Move.involves(keys[i], goroutine)) {
          can = true;
          wanted.set(i, !done.get(i));
        }
      }
      return can;
    }

    /** Goes on to the next that is wanted; false if there is none. */
    boolean advance() {
      made = false;
      for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(0)) {
        wanted.clear(i);
        done.set(i);
        if (allowed.get(i)) {
          index = i;
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public boolean next() {
    if (!begun) {
      begun = true;
      return true;
    }
    while (!path.isEmpty()) {
      trace.truncate(path.size() - 1);
      if (path.getLast().advance()) {
        return true;
      }
      path.removeLast();
    }
    return false;
  }

  /** All but the last that is being searched. */
  @Override
  public int again() {
    return Math.max(0, path.size() - 1);
  }

  @Override
  public int pick(Point point) {
    int depth = point.depth();
    if (depth == trace.size()) {
      arrive(point);
    }
    if (depth == path.size()) {
      path.add(first(point));
    }
    State state = path.get(depth);
    if (state.index >= point.transitions().size()
        || point.transitions().get(state.index).key() != state.key()) {
      throw new NondeterminismException(depth);
    }
    if (!state.made) {
      make(state, depth, point.transitions().get(state.index));
    }
    return state.index;
  }

  /**
   * A new state, in which the goroutine of the last step goes on if it can. Of two that have met
   * both can without a preemption, and to others it is free to switch from the one that then waits
   * or ends, so either is tried.
   */
  private State first(Point point) {
    State state = new State(point, path.isEmpty() ? 0 : path.getLast().preemptions());
    state.want(state.keys[state.allowed.nextSetBit(0)]);
    if (!path.isEmpty()) {
      state.wantIfItCan(Move.goroutine(path.getLast().key()));
      state.wantIfItCan(Move.partner(path.getLast().key()));
    }
    state.advance();
    return state;
  }

  private void make(State state, int depth, Transition transition) {
    boolean goesOn = depth > 0 && transition.move().sharesGoroutine(trace.last().move());
    state.switchedAt = goesOn ? path.get(depth - 1).switchedAt : depth;
    state.made = true;
    // What else its goroutines could do here may be one preemption too many, too.
    path.get(state.switchedAt).want(state.key());
    turnRound(transition.operation());
    Operation partner = transition.partner();
    if (partner != null) {
      turnRound(partner);
    }
    trace.append(transition, transition.interest());
  }

  @Override
  public void ended(Point point) {
    arrive(point);
    for (Goroutine goroutine : point.goroutines()) {
      Operation operation = goroutine.pending();
      if (operation != null) {
        turnRound(operation);
      }
    }
  }

  private void arrive(Point point) {
    List<Goroutine> goroutines = point.goroutines();
    for (int i = trace.goroutines(); i < goroutines.size(); i++) {
      trace.begin(goroutines.get(i).lineage());
    }
  }

  /** An operation is also to be tried before each step that it conflicts with. */
  private void turnRound(Operation operation) {
    int goroutine = operation.goroutine().lineage();
    int[] before = trace.clock(goroutine);
    Footprint interest = operation.interest();
    Lookback lookback = new Lookback(trace, interest, trace.covered(goroutine));
    for (Event earlier = lookback.next(before); earlier != null; earlier = lookback.next(before)) {
      if (interest.conflicts(earlier.interest())) {
        State state = path.get(earlier.index());
        state.want(goroutine);
        path.get(state.switchedAt).want(goroutine);
      }
    }
  }
}

package dev.chanlint.model.search;

import java.util.HashSet;
import java.util.Set;

/** What the runs of a search have shown so far, as hashes. */
final class Known {

  private final Set<Long> states = new HashSet<>();
  private final Set<Long> traces = new HashSet<>();
  private final Set<Long> behaviours = new HashSet<>();

  /** Adds a state; false if it was reached before. */
  boolean addState(long state) {
    return states.add(state);
  }

  /** Adds a state with what happened before what; false if it was reached so before. */
  boolean addTrace(long trace) {
    return traces.add(trace);
  }

  /** Adds what goroutines did from the start on, in order; false if they did so before. */
  boolean addBehaviour(long behaviour) {
    return behaviours.add(behaviour);
  }
}

package dev.chanlint.model.search;

import java.util.HashSet;
import java.util.Set;

/** What the runs of a search have shown so far, as hashes. */
final class Known {

  private final Set<Long> states = new HashSet<>();
  private final Set<Long> behaviours = new HashSet<>();

  /** Adds a state; false if it was reached before. */
  boolean addState(long state) {
    return states.add(state);
  }

  /** Adds what goroutines did from the start on, in order; false if they did so before. */
  boolean addBehaviour(long behaviour) {
    return behaviours.add(behaviour);
  }
}

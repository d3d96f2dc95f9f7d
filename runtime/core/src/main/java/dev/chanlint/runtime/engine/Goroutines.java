package dev.chanlint.runtime.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The goroutines that existed at a moment. Their text is their dump. */
public final class Goroutines {

  private final List<Goroutine> goroutines;

  private Goroutines(List<Goroutine> goroutines) {
    this.goroutines = goroutines;
  }

  /** Those of all programs, of ended ones too. */
  public static Goroutines now() {
    return new Goroutines(Program.everyGoroutine());
  }

  /** Those of these that are not among others. */
  public Goroutines without(Goroutines others) {
    Set<Goroutine> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(others.goroutines);
    List<Goroutine> rest = new ArrayList<>(goroutines);
    rest.removeIf(known::contains);
    return new Goroutines(rest);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return goroutines.isEmpty();
  }

  /** How many. */
  public int size() {
    return goroutines.size();
  }

  @Override
  public String toString() {
    return Report.dump(goroutines);
  }
}

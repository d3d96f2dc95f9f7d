package dev.chanlint.model;

import java.util.List;

/**
 * What can go wrong from one entry point.
 *
 * @param knots the causes of stuck states
 * @param panics exceptions that nobody catches
 * @param races unordered accesses
 * @param outlivings goroutines whose work is lost
 * @param endless goroutines that never end
 * @param spins goroutines that wait by going round a loop
 * @param runs how many runs were made
 * @param unsure how many of them rested on a guess about code that is not known, and so tell
 *     nothing
 * @param isComplete whether no bound was hit
 */
public record Observations(
    List<Knot> knots,
    List<Panic> panics,
    List<Race> races,
    List<Outliving> outlivings,
    List<Endless> endless,
    List<Spin> spins,
    int runs,
    int unsure,
    boolean isComplete) {

  /** Keeps copies, which nothing changes. */
  public Observations {
    knots = List.copyOf(knots);
    panics = List.copyOf(panics);
    races = List.copyOf(races);
    outlivings = List.copyOf(outlivings);
    endless = List.copyOf(endless);
    spins = List.copyOf(spins);
  }
}

package dev.chanlint.analyzer.trust;

import java.util.Set;

/**
 * A way in which a program can end badly.
 *
 * @param fault the explorer's word for it
 * @param places the operations at fault: those that are blocked, or the one that panics; for a
 *     program that is abandoned the first ones that are not made
 */
record Fate(String fault, Set<Place> places) {

  /** An operation of a goroutine, by index; behind the last where it has made them all. */
  record Place(int goroutine, int operation) {}
}

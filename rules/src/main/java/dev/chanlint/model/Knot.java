package dev.chanlint.model;

import java.util.List;

/**
 * Goroutines that wait for good and for none but themselves: the cause of a stuck state. Others may
 * wait for them in turn; those are not in it.
 *
 * @param members a single goroutine, or several each of which waits for another
 * @param holders for a single member that waits for a lock: who holds it and has ended or lost it
 * @param mainReturned whether the main goroutine had returned
 */
public record Knot(List<Waiting> members, List<Waiting.Held> holders, boolean mainReturned) {

  /** Keeps copies, which nothing changes. */
  public Knot {
    members = List.copyOf(members);
    holders = List.copyOf(holders);
  }

  /**
   * The only member.
   *
   * @return the first
   */
  public Waiting only() {
    return members.getFirst();
  }

  /**
   * Whether one goroutine waits for nobody.
   *
   * @return true if nobody is left to serve it
   */
  public boolean isAbandoned() {
    return members.size() == 1 && only().waitsFor().isEmpty();
  }

  /**
   * Whether one goroutine waits for what only itself would do.
   *
   * @return true if so
   */
  public boolean isSelfMade() {
    return members.size() == 1 && !only().waitsFor().isEmpty();
  }

  /**
   * Whether goroutines wait for one another.
   *
   * @return true for a ring
   */
  public boolean isRing() {
    return members.size() > 1;
  }
}

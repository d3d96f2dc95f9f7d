package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Move;
import dev.chanlint.explorer.engine.Point;
import dev.chanlint.explorer.engine.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state on the path of a search: what is to be searched from it, and what need not be. It belongs
 * to one searcher until that shares it with its {@link Crew}; from then on it is used under the
 * crew's lock only, {@link #isShared} and what never changes apart.
 */
final class Node {

  private final long[] keys;
  private final int fleetingCells;

  /** The moves with which every trace was searched, or is being searched. */
  private final List<Move> sleep = new ArrayList<>();

  /** Those of them with which traces are still being searched. */
  private final List<Move> open = new ArrayList<>(1);

  private final List<Wakeup> wakeups;

  /** How many searchers have this on their path; 0 as long as it is not shared. */
  private int searchers;

  /** Whether a branch was taken of which it is not settled yet what it begins with. */
  private boolean taking;

  /** The first state. */
  Node(Point point) {
    this(point, new ArrayList<>(1));
  }

  /** The state after a branch, the last step of the trace. What commutes with that still sleeps. */
  Node(Point point, Branch before, Move made) {
    this(point, before.below());
    List<Move> asleep = before.node().sleep.subList(0, before.asleep());
    for (int i = 0; i < asleep.size(); i++) {
      if (!asleep.get(i).dependsOn(made)) {
        sleep.add(asleep.get(i));
      }
    }
  }

  private Node(Point point, List<Wakeup> wakeups) {
    List<Transition> transitions = point.transitions();
    this.wakeups = wakeups;
    this.fleetingCells = point.fleetingCells();
    this.keys = new long[transitions.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = transitions.get(i).key();
    }
  }

  /** The move of one that can be done here, by its position among them. */
  long key(int index) {
    return keys[index];
  }

  /** Whether a goroutine can do something here. */
  boolean canMove(int goroutine) {
    for (long key : keys) {
      if (Move.involves(key, goroutine)) {
        return true;
      }
    }
    return false;
  }

  /** Begins with what is to be searched, or else with any move that does not sleep. */
  @Nullable Branch begin(Point point) {
    Branch wanted = take();
    if (wanted != null) {
      return wanted;
    }
    for (int i = 0; i < keys.length; i++) {
      if (!sleeps(keys[i])) {
        return branch(i, point.transitions().get(i).move(), new ArrayList<>(1));
      }
    }
    return null;
  }

  /**
   * Takes the next branch that is to be searched; null if there is none, or none that can be
   * searched while others are.
   */
  @Nullable Branch take() {
    while (hasMore()) {
      Wakeup next = wakeups.removeFirst();
      int index = indexOf(next.move());
      if (index >= 0) {
        return branch(index, next.move(), next.below());
      }
    }
    return null;
  }

  /** What it begins with sleeps from now on, as far as its footprint is known. */
  private Branch branch(int index, Move move, List<Wakeup> below) {
    taking = true;
    Branch branch = new Branch(this, index, below, sleep.size());
    sleep.add(new Move(keys[index], move.footprint()));
    return branch;
  }

  /** The branch that was taken last begins with this move. */
  void settle(Branch branch, Move move) {
    sleep.set(branch.asleep(), move);
    open.add(move);
    taking = false;
  }

  /** All traces that begin with a branch were searched. */
  void complete(Branch branch) {
    open.remove(sleep.get(branch.asleep()));
  }

  private int indexOf(Move move) {
    for (int i = 0; i < keys.length; i++) {
      boolean matches =
          move.isAny() ? Move.involves(keys[i], Move.goroutine(move.key())) : keys[i] == move.key();
      if (matches && !sleeps(keys[i])) {
        return i;
      }
    }
    return -1;
  }

  private boolean sleeps(long key) {
    for (Move move : sleep) {
      if (move.key() == key) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether there is a branch to take. It must depend on all that are still being searched: these
   * find sequences that begin with it and then turn round something that does not commute with
   * them; as long as their moves sleep below it, it is not complete without those.
   */
  boolean hasMore() {
    if (taking || wakeups.isEmpty()) {
      return false;
    }
    Move next = wakeups.getFirst().move();
    for (Move move : open) {
      if (next.isAny() || !next.dependsOn(move)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Sees to it that a continuation is searched, unless all that begins as it does was searched or
   * is being searched.
   *
   * @param from the branch that it was found below
   */
  void add(Continuation continuation, Branch from) {
    for (int i = 0; i < sleep.size(); i++) {
      int position =
          i == from.asleep()
              ? Continuation.NOT_FIRST
              : continuation.find(sleep.get(i), fleetingCells);
      if (position != Continuation.NOT_FIRST) {
        continuation.settle(position);
        return;
      }
    }
    Wakeup.insert(continuation, wakeups, fleetingCells);
  }

  /** Whether other searchers may know it: a searcher can ask without lock on its own path. */
  boolean isShared() {
    return searchers > 0;
  }

  /** Makes it known to others; the calling searcher is the only one that has it so far. */
  void share() {
    if (searchers == 0) {
      searchers = 1;
    }
  }

  /** Another searcher has it on its path. */
  void enter() {
    searchers++;
  }

  /** A searcher has done what it found to do here; whether it was the last that was left. */
  boolean leave() {
    return --searchers == 0;
  }
}

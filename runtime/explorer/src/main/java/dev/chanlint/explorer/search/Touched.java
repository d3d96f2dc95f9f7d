package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Move;
import java.util.Arrays;
import java.util.List;

/**
 * For each cell, the last step of a trace that touches it; each step knows the one before it. So
 * the steps that may conflict with a footprint are found without looking at all others.
 *
 * <p>A cell has two chains: of the steps whose move touches it, and of those that are merely
 * interested in it. Most steps depend on all that come before them in a chain, so that who knows
 * such a step to be before a moment need not go on along the chain.
 */
final class Touched {

  /** The chain of the steps that may conflict with any, whatever cells they touch. */
  static final int ANYWHERE = 0;

  private final List<Event> events;

  /** For each chain, one more than the position of its last step; 0 if it has none. */
  private int[] last = new int[64];

  /**
   * Makes one without steps.
   *
   * @param events the trace's; grows with it
   */
  Touched(List<Event> events) {
    this.events = events;
  }

  /** The position of the last step in a chain, or {@link Trace#NONE}. */
  int last(int chain) {
    return chain < last.length ? last[chain] - 1 : Trace.NONE;
  }

  /** The chain of the steps that touch a cell. */
  static int moved(int cell) {
    return 2 * cell + 1;
  }

  /** The chain of the steps that are interested in a cell, and do not touch it. */
  static int interested(int cell) {
    return 2 * cell + 2;
  }

  /**
   * A step's places in chains.
   *
   * @param chains the chains
   * @param before for each, one more than the position of the step before in it; 0 if it is first
   * @param afterAll for each, whether the step depends on all that are before in it
   */
  record Links(int[] chains, int[] before, boolean[] afterAll) {

    /** The position of the step before in a chain, or {@link Trace#NONE}. */
    int before(int chain) {
      return before[indexOf(chain)] - 1;
    }

    /** Whether the step depends on all before it in a chain. */
    boolean isAfterAll(int chain) {
      return afterAll[indexOf(chain)];
    }

    private int indexOf(int chain) {
      for (int i = 0; i < chains.length; i++) {
        if (chains[i] == chain) {
          return i;
        }
      }
      throw new IllegalArgumentException("not in chain " + chain);
    }
  }

  /**
   * Puts the next step at the end of its chains.
   *
   * @param clock what it depends on
   */
  Links add(Move move, Footprint interest, int[] clock) {
    int[] chains = chains(move.footprint(), interest);
    int[] before = new int[chains.length];
    boolean[] afterAll = new boolean[chains.length];
    for (int i = 0; i < chains.length; i++) {
      int chain = chains[i];
      if (chain >= last.length) {
        last = Arrays.copyOf(last, Math.max(chain + 1, 2 * last.length));
      }
      before[i] = last[chain];
      last[chain] = events.size() + 1;
      afterAll[i] = isAfterAll(chain, before[i] - 1, clock);
    }
    return new Links(chains, before, afterAll);
  }

  private boolean isAfterAll(int chain, int before, int[] clock) {
    if (before == Trace.NONE) {
      return true;
    }
    Event event = events.get(before);
    return event.happensBefore(clock) && event.links().isAfterAll(chain);
  }

  /** Takes the last step out of its chains. */
  void remove(Links links) {
    for (int i = 0; i < links.chains.length; i++) {
      last[links.chains[i]] = links.before[i];
    }
  }

  private static int[] chains(Footprint done, Footprint interest) {
    int[] chains = new int[done.size() + interest.size() + 1];
    int count = 0;
    for (int i = 0; i < done.size(); i++) {
      count = add(moved(done.cell(i)), chains, count);
    }
    for (int i = 0; i < interest.size(); i++) {
      int cell = interest.cell(i);
      if (!done.touches(cell)) {
        count = add(interested(cell), chains, count);
      }
    }
    if (done.isSpecial() || interest.isSpecial()) {
      count = add(ANYWHERE, chains, count);
    }
    return count == chains.length ? chains : Arrays.copyOf(chains, count);
  }

  private static int add(int chain, int[] chains, int count) {
    for (int i = 0; i < count; i++) {
      if (chains[i] == chain) {
        return count;
      }
    }
    chains[count] = chain;
    return count + 1;
  }
}

package dev.chanlint.explorer.search;

import dev.chanlint.explorer.engine.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * Walks back over the steps of a trace that are not before a moment and may conflict with a
 * footprint. The moment may move on while it walks: what is then before it is passed over.
 */
final class Lookback {

  /** So few steps are looked at one by one sooner than chains are set up. */
  private static final int FEW = 48;

  private final Trace trace;
  private final int begin;

  /** The chains that are walked; null if all steps are. */
  private final int @Nullable [] chains;

  /** For each of them, the position of its next step back. */
  private final int[] heads;

  private int position;

  /**
   * Begins with the last step.
   *
   * @param begin how many of the first steps need not be met
   */
  Lookback(Trace trace, Footprint footprint, int begin) {
    this.trace = trace;
    this.begin = begin;
    this.position = trace.size();
    if (footprint.isSpecial() || trace.size() - begin <= FEW) {
      chains = null;
      heads = new int[0];
      return;
    }
    chains = new int[2 * footprint.size() + 1];
    heads = new int[chains.length];
    chains[0] = Touched.ANYWHERE;
    for (int i = 0; i < footprint.size(); i++) {
      chains[2 * i + 1] = Touched.moved(footprint.cell(i));
      chains[2 * i + 2] = Touched.interested(footprint.cell(i));
    }
    for (int i = 0; i < chains.length; i++) {
      heads[i] = trace.lastIn(chains[i]);
    }
  }

  /** The next step back, or null. */
  @Nullable Event next(int[] moment) {
    for (int next = back(moment); next >= begin; next = back(moment)) {
      position = next;
      Event event = trace.get(next);
      if (!event.happensBefore(moment)) {
        return event;
      }
    }
    return null;
  }

  private int back(int[] moment) {
    if (chains == null) {
      return position - 1;
    }
    int furthest = Trace.NONE;
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == position) {
        heads[i] = before(chains[i], trace.get(position), moment);
      }
      furthest = Math.max(furthest, heads[i]);
    }
    return furthest;
  }

  /** The next of a chain that need not be before a moment. */
  private static int before(int chain, Event event, int[] moment) {
    boolean hidesAll = event.happensBefore(moment) && event.links().isAfterAll(chain);
    return hidesAll ? Trace.NONE : event.links().before(chain);
  }
}

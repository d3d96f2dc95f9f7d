package dev.chanlint.explorer.engine;

import java.util.Arrays;

/**
 * A vector clock: for each goroutine, how many of its intervals happen before now. Goroutines are
 * counted by {@link Goroutine#id}. Mattern, <i>Virtual Time and Global States of Distributed
 * Systems</i>, 1989.
 */
public final class VectorClock {

  private int[] ticks;

  /** A clock that nothing happens before. */
  public VectorClock() {
    this(2);
  }

  VectorClock(int size) {
    ticks = new int[size];
  }

  /** The component of a goroutine. */
  public int get(int goroutine) {
    return goroutine < ticks.length ? ticks[goroutine] : 0;
  }

  /** Sets the component of a goroutine. */
  public void set(int goroutine, int tick) {
    if (goroutine >= ticks.length) {
      ticks = Arrays.copyOf(ticks, Math.max(goroutine + 1, ticks.length * 2));
    }
    ticks[goroutine] = tick;
  }

  /** Starts the next interval of a goroutine. */
  public void tick(int goroutine) {
    set(goroutine, get(goroutine) + 1);
  }

  /** Takes the later of both clocks, component by component. */
  public void join(VectorClock other) {
    int[] theirs = other.ticks;
    if (theirs.length > ticks.length) {
      ticks = Arrays.copyOf(ticks, theirs.length);
    }
    for (int i = 0; i < theirs.length; i++) {
      if (theirs[i] > ticks[i]) {
        ticks[i] = theirs[i];
      }
    }
  }

  /** Becomes equal to the other clock. */
  public void assign(VectorClock other) {
    if (ticks.length < other.ticks.length) {
      ticks = other.ticks.clone();
    } else {
      System.arraycopy(other.ticks, 0, ticks, 0, other.ticks.length);
      Arrays.fill(ticks, other.ticks.length, ticks.length, 0);
    }
  }

  /** Becomes a clock that nothing happens before. */
  public void clear() {
    Arrays.fill(ticks, 0);
  }

  /** Whether the interval {@code tick} of a goroutine happens before this clock. */
  public boolean covers(int goroutine, int tick) {
    return tick <= get(goroutine);
  }

  /** Whether everything before the other clock is before this one. */
  public boolean covers(VectorClock other) {
    for (int i = 0; i < other.ticks.length; i++) {
      if (other.ticks[i] > get(i)) {
        return false;
      }
    }
    return true;
  }

  /** An equal clock that changes on its own. */
  public VectorClock copy() {
    VectorClock copy = new VectorClock(ticks.length);
    System.arraycopy(ticks, 0, copy.ticks, 0, ticks.length);
    return copy;
  }

  @Override
  public String toString() {
    return Arrays.toString(ticks);
  }
}

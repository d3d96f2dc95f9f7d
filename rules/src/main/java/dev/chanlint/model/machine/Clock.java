package dev.chanlint.model.machine;

import java.util.Arrays;

/**
 * A vector clock over goroutines (Mattern 1989; epochs as in FastTrack, Flanagan and Freund, PLDI
 * 2009).
 */
public final class Clock {

  private int[] times;

  /** The clock that precedes every other. */
  public Clock() {
    times = new int[0];
  }

  private Clock(int[] times) {
    this.times = times;
  }

  /**
   * A copy that later changes do not touch.
   *
   * @return the copy
   */
  public Clock copy() {
    return new Clock(times.clone());
  }

  /**
   * The time of one goroutine as far as known here.
   *
   * @param goroutine its number
   * @return its time
   */
  public int get(int goroutine) {
    return goroutine < times.length ? times[goroutine] : 0;
  }

  /**
   * Lets a goroutine's own time pass.
   *
   * @param goroutine its number
   */
  public void tick(int goroutine) {
    reserve(goroutine + 1);
    times[goroutine]++;
  }

  /**
   * Learns what another clock knows.
   *
   * @param other the other
   */
  public void join(Clock other) {
    reserve(other.times.length);
    for (int i = 0; i < other.times.length; i++) {
      times[i] = Math.max(times[i], other.times[i]);
    }
  }

  private void reserve(int length) {
    if (times.length < length) {
      times = Arrays.copyOf(times, length);
    }
  }
}

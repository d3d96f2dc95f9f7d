package dev.chanlint.model.machine;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * A vector clock over goroutines (Mattern 1989; epochs as in FastTrack, Flanagan and Freund, PLDI
 * 2009).
 */
public final class Clock {

  private int[] times;
  private long hash;
  private boolean isHashed = true;

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
    isHashed = false;
  }

  /**
   * Learns what another clock knows.
   *
   * @param other the other
   */
  public void join(Clock other) {
    reserve(other.times.length);
    for (int i = 0; i < other.times.length; i++) {
      if (times[i] < other.times[i]) {
        times[i] = other.times[i];
        isHashed = false;
      }
    }
  }

  /**
   * A hash of what is known of whom, which is worked out again only after a change.
   *
   * @param names what stands for a goroutine, by its number, and is always the same
   * @return the hash
   */
  long hash(IntToLongFunction names) {
    if (!isHashed) {
      hash = 0;
      for (int i = 0; i < times.length; i++) {
        if (times[i] > 0) {
          hash += Fingerprint.mix(names.applyAsLong(i) + times[i]);
        }
      }
      isHashed = true;
    }
    return hash;
  }

  private void reserve(int length) {
    if (times.length < length) {
      times = Arrays.copyOf(times, length);
    }
  }
}

package dev.chanlint.explorer.engine;

import java.util.Arrays;

/**
 * What a transition depends on and changes: accesses to cells, the parts of objects' state that the
 * search tells apart ({@link Execution#newCell}). Two transitions of different goroutines whose
 * footprints do not conflict commute, and neither enables or disables the other: the dependency
 * relation of partial-order reduction. It is about the order of steps only; happens-before for
 * races is kept by {@link VectorClock}s.
 */
public final class Footprint {

  private static final int READ = 0;
  private static final int ADD = 1;
  private static final int WRITE = 2;

  // Each access is (cell << 2 | kind).
  private int[] accesses = new int[4];
  private int size;
  private boolean everything;
  private boolean closing;
  private boolean ending;

  /** Depends on the cell; commutes with other reads of it. */
  public Footprint reads(int cell) {
    return access(cell, READ);
  }

  /** Changes the cell in a way that commutes with other such changes, but not with reads. */
  public Footprint adds(int cell) {
    return access(cell, ADD);
  }

  /** Changes the cell. */
  public Footprint writes(int cell) {
    return access(cell, WRITE);
  }

  /** Commutes with nothing. */
  public Footprint everything() {
    everything = true;
    return this;
  }

  /** Ends the program: commutes with nothing but the plain ends of goroutines. */
  Footprint closing() {
    closing = true;
    return this;
  }

  /** The plain end of a goroutine. */
  Footprint ending() {
    ending = true;
    return this;
  }

  /** Whether the order of two transitions with these footprints may matter. */
  public boolean conflicts(Footprint other) {
    if (everything || other.everything || closing && !other.ending || other.closing && !ending) {
      return true;
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < other.size; j++) {
        if (conflict(accesses[i], other.accesses[j])) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it changes nothing. */
  public boolean isRead() {
    for (int i = 0; i < size; i++) {
      if ((accesses[i] & 3) != READ) {
        return false;
      }
    }
    return !everything && !closing;
  }

  int size() {
    return size;
  }

  private Footprint access(int cell, int kind) {
    if (size == accesses.length) {
      accesses = Arrays.copyOf(accesses, size * 2);
    }
    accesses[size++] = cell << 2 | kind;
    return this;
  }

  private static boolean conflict(int a, int b) {
    if (a >> 2 != b >> 2) {
      return false;
    }
    int kind = a & 3;
    return kind == WRITE || kind != (b & 3);
  }
}

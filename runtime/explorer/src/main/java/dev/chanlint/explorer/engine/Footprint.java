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
  private static final int SENDER = 3;
  private static final int RECEIVER = 4;
  private static final int EXHAUST = 5;
  private static final int KIND_BITS = 3;
  private static final long NEVER = Operation.NEVER;
  private static final int KINDS = (1 << KIND_BITS) - 1;

  // Each access is (cell << KIND_BITS | kind).
  private int[] accesses = new int[4];
  private int size;

  /**
   * A bit for each cell accessed, which other cells may have too: most pairs have none in common.
   */
  private long cells;

  /** Whether more than cells decides what it conflicts with, unless the other fires. */
  private boolean special;

  private boolean readsClock;
  private long fires = NEVER;
  private long retires = NEVER;
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

  /**
   * Adds to the cell what is left up to a limit: what else could be added in the same state cannot
   * be any more. What was added before it could as well have been added after it: there was enough
   * left for both, and the later one exhausts it.
   */
  public Footprint exhausts(int cell) {
    return access(cell, EXHAUST);
  }

  /** Changes the cell. */
  public Footprint writes(int cell) {
    return access(cell, WRITE);
  }

  /** Offers to be one side of a rendezvous; conflicts with the other. Of interests only. */
  public Footprint offers(int cell, boolean sends) {
    return access(cell, sends ? SENDER : RECEIVER);
  }

  /**
   * Depends on virtual time: reads the clock or sets a timer, before or after another timer fires.
   */
  public Footprint readsClock() {
    readsClock = true;
    return this;
  }

  /** Lets a timer fire: none with a later deadline can fire before. */
  Footprint fires(long deadline) {
    fires = Math.min(fires, deadline);
    special = true;
    return retires(deadline);
  }

  /** Takes back a timer: those with a later deadline may fire now. */
  public Footprint retires(long deadline) {
    retires = Math.min(retires, deadline);
    return this;
  }

  /** Commutes with nothing. */
  public Footprint everything() {
    everything = true;
    special = true;
    return this;
  }

  /** Ends the program: commutes with nothing but the plain ends of goroutines. */
  Footprint closing() {
    closing = true;
    special = true;
    return this;
  }

  /** The plain end of a goroutine. */
  Footprint ending() {
    ending = true;
    return this;
  }

  /** How many accesses to cells it has. */
  public int size() {
    return size;
  }

  /** The cell of an access. */
  public int cell(int access) {
    return accesses[access] >> KIND_BITS;
  }

  /** Whether it has an access to a cell. */
  public boolean touches(int cell) {
    for (int i = 0; i < size; i++) {
      if (cell(i) == cell) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may conflict with one that touches no cell of its own. */
  public boolean isSpecial() {
    return special;
  }

  /** Whether the order of two transitions with these footprints, in one state, may matter. */
  public boolean conflicts(Footprint other) {
    return conflicts(other, false);
  }

  /**
   * Whether the order of a transition with this footprint and of one that was made before it
   * matters: as {@link #conflicts}, but for what this exhausts after the other has added to it. If
   * the other has exhausted it, that was in another state: in this one it left enough.
   */
  public boolean follows(Footprint earlier) {
    return conflicts(earlier, true);
  }

  private boolean conflicts(Footprint other, boolean otherIsEarlier) {
    return (cells & other.cells) != 0 && conflictsInCells(other, otherIsEarlier)
        || (special || other.special) && conflictsOtherwise(other);
  }

  private boolean conflictsInCells(Footprint other, boolean otherIsEarlier) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < other.size; j++) {
        if (accesses[i] >> KIND_BITS == other.accesses[j] >> KIND_BITS
            && conflict(accesses[i] & KINDS, other.accesses[j] & KINDS, otherIsEarlier)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean conflictsOtherwise(Footprint other) {
    return everything
        || other.everything
        || closing && !other.ending
        || other.closing && !ending
        || readsClock && other.fires != NEVER
        || fires != NEVER && other.readsClock
        || isBeforeFiring(other)
        || other.isBeforeFiring(this);
  }

  /**
   * Whether its cells have numbers that are not {@linkplain Names#isFleeting fleeting}, or that
   * they had when there were so many of those.
   */
  public boolean isNamed(int fleetingCells) {
    for (int i = 0; i < size; i++) {
      int cell = accesses[i] >> KIND_BITS;
      if (Names.isFleeting(cell) && cell >= Names.fleetingCell(fleetingCells)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBeforeFiring(Footprint other) {
    return other.fires != NEVER && retires < other.fires;
  }

  private Footprint access(int cell, int kind) {
    if (size == accesses.length) {
      accesses = Arrays.copyOf(accesses, size * 2);
    }
    accesses[size++] = cell << KIND_BITS | kind;
    cells |= 1L << cell;
    return this;
  }

  private static boolean conflict(int kind, int other, boolean otherIsEarlier) {
    return switch (kind) {
      case WRITE -> true;
      case EXHAUST -> !otherIsEarlier || other != ADD && other != EXHAUST;
      default -> kind != other;
    };
  }
}

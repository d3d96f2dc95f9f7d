package dev.chanlint.explorer.engine;

import java.util.Arrays;

/**
 * The numbers that say what can be done: how much is in a channel, whether a lock is held, how far
 * a wait group has to go. Each belongs to a cell. Operations that look at nothing else can be asked
 * what they would do in a state that the execution is not in: the changes that each step made are
 * kept, so that steps can be {@linkplain #undo taken back} and {@linkplain #redo made again}.
 *
 * <p>Changes are kept as differences. A step that is left in place while others are taken back does
 * not depend on them, so it would have made the same difference without them.
 */
public final class Store {

  private long[] values = new long[64];

  private int[] changedCells = new int[64];
  private long[] differences = new long[64];
  private int changes;

  /** For each step, how many changes were made before it. */
  private int[] begins = new int[32];

  private int steps;

  /** The number that belongs to a cell; 0 until it is set. */
  public long get(int cell) {
    return cell < values.length ? values[cell] : 0;
  }

  /** Whether the number that belongs to a cell is not 0. */
  public boolean is(int cell) {
    return get(cell) != 0;
  }

  /** Sets the number that belongs to a cell from the start of the execution on. */
  public void init(int cell, long value) {
    put(cell, value);
  }

  /** Sets the number that belongs to a cell, as part of the present step. */
  public void set(int cell, long value) {
    long before = get(cell);
    if (value != before) {
      put(cell, value);
      keep(cell, value - before);
    }
  }

  /** Sets the number that belongs to a cell to 1 or 0, as part of the present step. */
  public void set(int cell, boolean value) {
    set(cell, value ? 1 : 0);
  }

  /** Adds to the number that belongs to a cell, as part of the present step. */
  public void add(int cell, long difference) {
    set(cell, get(cell) + difference);
  }

  /** Begins the next step. */
  void beginStep() {
    if (steps == begins.length) {
      begins = Arrays.copyOf(begins, 2 * steps);
    }
    begins[steps++] = changes;
  }

  /** Takes back the changes of a step. */
  void undo(int step) {
    for (int i = begins[step]; i < end(step); i++) {
      values[changedCells[i]] -= differences[i];
    }
  }

  /** Makes the changes of a step that was taken back. */
  void redo(int step) {
    for (int i = begins[step]; i < end(step); i++) {
      values[changedCells[i]] += differences[i];
    }
  }

  private int end(int step) {
    return step + 1 < steps ? begins[step + 1] : changes;
  }

  private void put(int cell, long value) {
    if (cell >= values.length) {
      values = Arrays.copyOf(values, Math.max(cell + 1, 2 * values.length));
    }
    values[cell] = value;
  }

  private void keep(int cell, long difference) {
    if (changes == changedCells.length) {
      changedCells = Arrays.copyOf(changedCells, 2 * changes);
      differences = Arrays.copyOf(differences, 2 * changes);
    }
    changedCells[changes] = cell;
    differences[changes++] = difference;
  }
}

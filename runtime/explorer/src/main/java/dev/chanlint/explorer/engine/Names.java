package dev.chanlint.explorer.engine;

import java.util.Arrays;

/**
 * Numbers goroutines and cells by who made them: the n-th child, or the n-th cell, of a goroutine
 * has the same number in every execution of a search, whatever the order of steps that commute. So
 * what a search remembers of one execution holds in another in which only some of the steps are the
 * same.
 *
 * <p>What comes to be when it is first looked at, such as the monitor of an object, has no maker.
 * It is numbered by when that was, which steps that commute may change: such cells are {@linkplain
 * #isFleeting fleeting}.
 */
public final class Names {

  /** The maker of what no goroutine made: main, and the cells of the execution itself. */
  static final int NOBODY = 0;

  private final Table goroutines = new Table();
  private final Table cells = new Table();

  /** The number of a goroutine: the next child of its maker. */
  int goroutine(int maker, int ordinal) {
    return goroutines.get(maker, ordinal) + 1;
  }

  /** The number of a cell: the next of its maker. */
  int cell(int maker, int ordinal) {
    return 2 * cells.get(maker, ordinal);
  }

  /** The number of a cell that has no maker: the next of its execution. */
  static int fleetingCell(int ordinal) {
    return 2 * ordinal + 1;
  }

  /** Whether the number of a cell holds for executions with the same steps before only. */
  static boolean isFleeting(int cell) {
    return (cell & 1) != 0;
  }

  /** Gives numbers, from 0, to pairs of small numbers, in the order in which they come up. */
  private static final class Table {

    private int[][] numbers = new int[8][];
    private int size;

    int get(int maker, int ordinal) {
      if (maker >= numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(maker + 1, 2 * numbers.length));
      }
      int[] own = numbers[maker];
      if (own == null || ordinal >= own.length) {
        own = own == null ? new int[8] : Arrays.copyOf(own, 2 * own.length);
        own = ordinal < own.length ? own : Arrays.copyOf(own, ordinal + 1);
        numbers[maker] = own;
      }
      if (own[ordinal] == 0) {
        own[ordinal] = ++size;
      }
      return own[ordinal] - 1;
    }
  }
}

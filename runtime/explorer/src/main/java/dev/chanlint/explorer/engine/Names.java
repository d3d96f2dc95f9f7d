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

  /**
   * Gives numbers, from 0, to pairs of small numbers, in the order in which they come up. Threads
   * that search together use one table. A number is given under the lock, once; it is looked up
   * without: what a data race lets a thread see of the arrays is either the number or the 0 of an
   * array that was just made (JLS 17.4.5), or an array that was too short, and then it asks again
   * under the lock.
   */
  private static final class Table {

    private int[][] numbers = new int[8][];
    private int size;

    int get(int maker, int ordinal) {
      int known = known(numbers, maker, ordinal);
      return (known == 0 ? give(maker, ordinal) : known) - 1;
    }

    private static int known(int[][] numbers, int maker, int ordinal) {
      int[] own = maker < numbers.length ? numbers[maker] : null;
      return own != null && ordinal < own.length ? own[ordinal] : 0;
    }

    private synchronized int give(int maker, int ordinal) {
      if (maker >= numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(maker + 1, 2 * numbers.length));
      }
      int[] own = numbers[maker];
      if (own == null || ordinal >= own.length) {
        int length = Math.max(ordinal + 1, own == null ? 8 : 2 * own.length);
        own = own == null ? new int[length] : Arrays.copyOf(own, length);
        numbers[maker] = own;
      }
      if (own[ordinal] == 0) {
        own[ordinal] = ++size;
      }
      return own[ordinal];
    }
  }
}

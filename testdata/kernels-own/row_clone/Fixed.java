package row_clone;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/**
 * A grid gives out a copy of its rows so that a report may read them without the lock; copied are
 * the rows' references.
 */
public final class Fixed {

  static final class Grid {
    private final Object lock = new Object();
    private final int[][] cells;

    Grid(int width, int height) {
      cells = new int[height][width];
    }

    void increment(int x, int y) {
      synchronized (lock) {
        cells[y][x]++;
      }
    }

    int[][] copy() {
      synchronized (lock) {
        int[][] copy = new int[cells.length][];
        for (int y = 0; y < cells.length; y++) {
          copy[y] = cells[y].clone();
        }
        return copy;
      }
    }
  }

  interface Report {
    int total(int[][] cells);
  }

  static int sum(int[][] cells) {
    int sum = 0;
    for (int[] row : cells) {
      for (int cell : row) {
        sum += cell;
      }
    }
    return sum;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Grid grid = new Grid(2, 1);
          Report report = Fixed::sum;
          WaitGroup hits = new WaitGroup();
          hits.go(() -> grid.increment(1, 0));
          System.out.println(report.total(grid.copy()));
          hits.await();
        });
  }
}

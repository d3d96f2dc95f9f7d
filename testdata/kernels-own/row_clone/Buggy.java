// fault: race
package row_clone;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/**
 * A grid gives out a copy of its rows so that a report may read them without the lock; copied are
 * the rows' references.
 */
public final class Buggy {

  static final class Grid {
    private final Object lock = new Object();
    private final int[][] cells;

    Grid(int width, int height) {
      cells = new int[height][width];
    }

    void increment(int x, int y) {
      synchronized (lock) {
        cells[y][x]++; // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      }
    }

    int[][] copy() {
      synchronized (lock) {
        return cells.clone();
      }
    }
  }

  interface Report {
    int total(int[][] cells);
  }

  static int sum(int[][] cells) {
    int sum = 0;
    for (int[] row : cells) {
      for (int cell : row) { // want race-guarded-escape, race-inconsistent-guard, race-unguarded
        sum += cell;
      }
    }
    return sum;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Grid grid = new Grid(2, 1);
          Report report = Buggy::sum;
          WaitGroup hits = new WaitGroup();
          hits.go(() -> grid.increment(1, 0));
          System.out.println(report.total(grid.copy()));
          hits.await();
        });
  }
}

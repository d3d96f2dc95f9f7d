package rules.raceunguarded;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/**
 * Each row of a grid is an array of its own: two goroutines in one row race, in two they do not.
 */
public final class Grid {

  private final int[][] cells = new int[3][2];

  private void fill(int row, int value) {
    cells[row][0] = value; // want race-unguarded "an element of 'cells'" confirmed
  }

  private void fillAlone(int row, int value) {
    cells[row][1] = value;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Grid grid = new Grid();
          WaitGroup rows = new WaitGroup();
          for (int n = 0; n < 2; n++) {
            int number = n;
            rows.go(() -> grid.fill(2, number));
            rows.go(() -> grid.fillAlone(number, 1));
          }
          rows.await();
        });
  }
}

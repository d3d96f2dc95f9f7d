// fault: race
package lap_times;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** The best laps of a race; readers get the list itself. */
public final class Buggy {

  static final class Board {
    private final Object monitor = new Object();
    private final List<Integer> laps = new ArrayList<>();

    void add(int lap) {
      synchronized (monitor) {
        laps.add(lap); // want race-guarded-escape, race-inconsistent-guard
      }
    }

    List<Integer> laps() {
      synchronized (monitor) {
        return laps; // want race-guarded-escape
      }
    }
  }

  static int best(Board board) {
    int best = Integer.MAX_VALUE;
    for (int lap : board.laps()) { // want race-guarded-escape, race-inconsistent-guard
      best = Math.min(best, lap);
    }
    return best;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Board board = new Board();
          board.add(70);
          WaitGroup both = new WaitGroup();
          both.go(() -> board.add(68));
          both.go(() -> System.out.println(best(board) <= 70));
          both.await();
        });
  }
}

// fault: race
package queued_tasks;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * Tasks are put together in a loop and run by a worker while the loop goes on; each refers to the
 * row that the loop is at.
 */
public final class Buggy {

  interface Work {
    String perform();
  }

  static final class Row {
    private int number;
    private String text = "";
  }

  static final class Planner {
    private final Chan<Work> tasks = Chan.make(1);
    private final List<String> source;

    Planner(List<String> source) {
      this.source = source;
    }

    void plan() {
      try (tasks) {
        Row row = new Row();
        for (String line : source) {
          row.number++; // want race-captured, race-unguarded, race-mutate-after-send
          row.text = line; // want race-captured, race-unguarded, race-mutate-after-send
          tasks.send( // want race-captured, race-unguarded, race-mutate-after-send
              () -> row.number + " " + row.text); // want race-captured, race-unguarded
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Planner planner = new Planner(List.of("insert", "update"));
          WaitGroup planning = new WaitGroup();
          planning.go(planner::plan);
          for (Work work : planner.tasks) {
            System.out.println(work.perform());
          }
          planning.await();
        });
  }
}

package queued_tasks;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * Tasks are put together in a loop and run by a worker while the loop goes on; each refers to the
 * row that the loop is at.
 */
public final class Fixed {

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
        int number = 0;
        for (String line : source) {
          Row row = new Row();
          row.number = ++number;
          row.text = line;
          tasks.send(() -> row.number + " " + row.text);
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

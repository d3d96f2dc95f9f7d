package rules.misusesleepsync;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Someone gives a goroutine enough time, and someone waits for it. */
public final class EnoughTime {

  /** Loads itself in the background. */
  static final class Table {
    private final Map<String, Integer> rows = new HashMap<>();
    private String state = "new";

    void load() {
      rows.put("a", 1);
      state = "loaded";
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          slept();
          sleptInJava();
          waitedFor();
        });
  }

  private static void slept() {
    WaitGroup loading = new WaitGroup();
    Table table = new Table();
    loading.go(() -> table.rows.put("b", 2));
    Go.sleep(Duration.ofMillis(50)); // want misuse-sleep-sync "it orders nothing" confirmed
    System.out.println(table.rows.get("b"));
    loading.await();
  }

  private static void sleptInJava() throws InterruptedException {
    Table table = start();
    Thread.sleep(50); // want misuse-sleep-sync confirmed
    System.out.println(table.state);
  }

  private static Table start() {
    Table table = new Table();
    Go.go(() -> table.state = "loaded");
    return table;
  }

  private static void waitedFor() {
    WaitGroup loading = new WaitGroup();
    Table table = new Table();
    loading.go(table::load);
    Go.sleep(Duration.ofMillis(50));
    loading.await();
    System.out.println(table.state);
  }
}

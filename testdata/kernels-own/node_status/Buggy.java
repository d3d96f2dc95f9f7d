// fault: race
package node_status;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The list of conditions is handed out under the lock and read after it. */
public final class Buggy {

  static final class NodeStatus {
    private final Object lock = new Object();
    private final List<String> conditions = new ArrayList<>();

    void add(String condition) {
      synchronized (lock) {
        conditions.add(
            condition); // want race-guarded-escape, race-inconsistent-guard, race-unguarded
      }
    }

    List<String> conditions() {
      synchronized (lock) {
        return Collections.unmodifiableList(conditions);
      }
    }
  }

  static final class Reporter {
    private final NodeStatus status;

    Reporter(NodeStatus status) {
      this.status = status;
    }

    String report() {
      StringBuilder text = new StringBuilder();
      List<String> conditions = status.conditions();
      for (String condition : conditions) { // want race-guarded-escape, race-inconsistent-guard
        text.append(condition).append(';');
      }
      return text.toString();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          NodeStatus status = new NodeStatus();
          status.add("Ready");
          WaitGroup monitors = new WaitGroup();
          monitors.go(() -> status.add("MemoryPressure"));
          System.out.println(new Reporter(status).report().length() > 0);
          monitors.await();
        });
  }
}

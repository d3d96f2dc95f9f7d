import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Two selects in a row: what is urgent goes first, and only then whatever comes. */
public final class PrioritySelect {

  record Task(String name, boolean urgent) {}

  private final Chan<Task> urgent = Chan.make(2);
  private final Chan<Task> normal = Chan.make(2);
  private final Chan<Unit> quit = Chan.make();
  private final List<String> done = new ArrayList<>();

  void submit(Task task) {
    Chan<Task> lane = task.urgent() ? urgent : normal;
    lane.send(task);
  }

  private boolean serveUrgent() {
    return select(onReceive(urgent).map(this::perform), onDefault().as(false));
  }

  private boolean serveAny() {
    return select(
        onReceive(urgent).map(this::perform),
        onReceive(normal).map(this::perform),
        onReceive(quit).as(false));
  }

  private boolean perform(Task task) {
    done.add(task.name());
    return true;
  }

  private void serve() {
    boolean running = true;
    while (running) {
      if (!serveUrgent()) {
        running = serveAny();
      }
    }
    rest(urgent);
    rest(normal);
  }

  private void rest(ReceiveChan<Task> lane) {
    while (lane.len() > 0) {
      perform(lane.receive());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PrioritySelect scheduler = new PrioritySelect();
          WaitGroup server = new WaitGroup();
          server.go(scheduler::serve);
          scheduler.submit(new Task("mail", false));
          scheduler.submit(new Task("alarm", true));
          scheduler.quit.close();
          server.await();
          System.out.println(scheduler.done);
        });
  }
}

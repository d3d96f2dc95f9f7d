import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Timer;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Only the last of a burst of changes is saved, when it has been quiet for a while. */
public final class Debouncer {

  private final ReceiveChan<String> changes;
  private final Duration quiet;
  private final List<String> saved = new ArrayList<>();
  private String pending = "";

  Debouncer(ReceiveChan<String> changes, Duration quiet) {
    this.changes = changes;
    this.quiet = quiet;
  }

  void run() {
    Timer timer = new Timer(quiet);
    try {
      boolean open = true;
      while (open) {
        open =
            select(
                onReceive(changes).map(change -> changed(change, timer)),
                onReceive(timer.channel()).map(this::isQuiet));
      }
    } finally {
      timer.stop();
    }
    save();
  }

  private boolean changed(String change, Timer timer) {
    if (change == null) {
      return false;
    }
    pending = change;
    timer.stop();
    timer.reset(quiet);
    return true;
  }

  private boolean isQuiet(Instant at) {
    save();
    return true;
  }

  private void save() {
    if (!pending.isEmpty()) {
      saved.add(pending);
      pending = "";
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> changes = Chan.make(1);
          Debouncer debouncer = new Debouncer(changes, Duration.ofMillis(20));
          WaitGroup editor = new WaitGroup();
          editor.go(debouncer::run);
          changes.send("draft");
          changes.send("final");
          changes.close();
          editor.await();
          System.out.println(debouncer.saved.getLast());
        });
  }
}

// fault: deadlock
package log_fanout;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A log with subscribers; one that has read enough takes itself off. */
public final class Buggy {

  static final class Log {
    private final List<Chan<String>> subscribers = new ArrayList<>();

    synchronized Chan<String> subscribe() {
      Chan<String> lines = Chan.make();
      subscribers.add(lines);
      return lines;
    }

    synchronized void unsubscribe(
        Chan<String> lines) { // want deadlock-block-under-lock, deadlock-cyclic-wait
      subscribers.remove(lines);
    }

    synchronized void write(String line) {
      for (Chan<String> subscriber : subscribers) {
        subscriber.send(line); // want deadlock-block-under-lock, deadlock-cyclic-wait, leak-send
      }
    }
  }

  static final class Tail {
    private final Log log;
    private final Chan<String> lines;

    Tail(Log log) {
      this.log = log;
      this.lines = log.subscribe();
    }

    String one() {
      String line = lines.receive();
      log.unsubscribe(lines); // want deadlock-block-under-lock, deadlock-cyclic-wait
      return line;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Log log = new Log();
          Tail tail = new Tail(log);
          WaitGroup writer = new WaitGroup();
          writer.go(() -> List.of("one", "two").forEach(log::write));
          System.out.println(tail.one());
          writer.await();
        });
  }
}

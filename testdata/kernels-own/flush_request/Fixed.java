package flush_request;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A writer's loop takes events and requests to flush, each of which brings the channel for its
 * answer. When a write fails while it flushes, the loop ends without an answer.
 */
public final class Fixed {

  interface Sink {
    void write(String event) throws IOException;
  }

  static final class EventWriter implements AutoCloseable {
    private final Sink sink;
    private final Chan<String> events = Chan.make();
    private final Chan<Chan<Integer>> flushes = Chan.make();
    private final Chan<Unit> quit = Chan.make();
    private final Chan<Unit> done = Chan.make();
    private final List<String> pending = new ArrayList<>();
    private int written;

    EventWriter(Sink sink) {
      this.sink = sink;
      Go.go("writer", this::run);
    }

    private void run() {
      try (done) {
        boolean running = true;
        while (running) {
          running =
              select(
                  onReceive(events).map(pending::add),
                  onReceive(flushes).map(this::flushTo),
                  onReceive(quit).as(false));
        }
      }
    }

    private boolean flushTo(SendChan<Integer> answer) {
      try {
        for (String event : pending) {
          sink.write(event);
          written++;
        }
        pending.clear();
      } catch (IOException e) {
        System.out.println("writer stops: " + e.getMessage());
        return false;
      }
      answer.send(written);
      return true;
    }

    void add(String event) {
      events.send(event);
    }

    int flush() {
      Chan<Integer> answer = Chan.make(1);
      flushes.send(answer);
      return select(onReceive(answer), onReceive(done).as(0));
    }

    @Override
    public void close() {
      quit.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sink sink =
              event -> {
                if (event.isEmpty()) {
                  throw new IOException("no text");
                }
              };
          try (EventWriter writer = new EventWriter(sink)) {
            writer.add("");
            System.out.println(writer.flush() + " written");
          }
        });
  }
}

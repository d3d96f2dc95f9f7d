// fault: deadlock
package shipper_drain;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ships lines of a log; who hands one over waits until it has been shipped. */
public final class Buggy {

  record Entry(String line, Chan<Boolean> ack) {

    Entry(String line) {
      this(line, Chan.make(1));
    }

    void settle(boolean shipped) {
      ack.send(shipped);
    }
  }

  interface Sink {
    void write(String line);
  }

  static final class Shipper {
    private final Chan<Entry> queue = Chan.make(2);
    private final Chan<Unit> stop = Chan.make();
    private final Sink sink;
    private final List<UnaryOperator<String>> stages = new ArrayList<>();

    Shipper(Sink sink) {
      this.sink = sink;
    }

    Shipper stage(UnaryOperator<String> stage) {
      stages.add(stage);
      return this;
    }

    void run() {
      boolean open = true;
      while (open) {
        open =
            select(
                onReceive(queue)
                    .map(
                        entry -> {
                          ship(entry);
                          return true;
                        }),
                onReceive(stop).as(false));
      }
    }

    private void ship(Entry entry) {
      String line = entry.line();
      for (UnaryOperator<String> stage : stages) {
        line = stage.apply(line);
      }
      sink.write(line);
      entry.settle(true);
    }

    Entry enqueue(String line) {
      Entry entry = new Entry(line);
      queue.send(entry);
      return entry;
    }

    void stop() {
      stop.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<String> shipped = new ArrayList<>();
          Shipper shipper = new Shipper(shipped::add).stage(String::strip).stage(l -> "> " + l);
          WaitGroup running = new WaitGroup();
          running.go(shipper::run);
          Entry entry = shipper.enqueue(" started ");
          shipper.stop();
          System.out.println(entry.ack().receive()); // want leak-receive, close-missing
          running.await();
        });
  }
}

// fault: race, panic
package recorder_sinks;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Records events into sinks that may come later; who iterates over them holds no lock. */
public final class Buggy {

  record Event(String reason, int count) {}

  interface Sink {
    void accept(Event event);
  }

  static final class Sinks implements Iterable<Sink> {
    private final List<Sink> sinks = new ArrayList<>();

    synchronized void add(Sink sink) {
      sinks.add(sink); // want race-guarded-escape, race-unguarded, race-inconsistent-guard
    }

    @Override
    public synchronized Iterator<Sink> iterator() {
      return sinks.iterator(); // want race-guarded-escape, race-unguarded
    }
  }

  static final class Recorder {
    private final Sinks sinks = new Sinks();
    private final Chan<Event> events = Chan.make(2);

    void record(String reason) {
      events.send(new Event(reason, 1));
    }

    void run() {
      for (Event event : events) {
        for (Sink sink :
            sinks) { // want race-guarded-escape, race-unguarded, race-inconsistent-guard
          sink.accept(event);
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Recorder recorder = new Recorder();
          recorder.sinks.add(event -> System.out.println(event.reason().length()));
          WaitGroup running = new WaitGroup();
          running.go(recorder::run);
          recorder.record("Pulled");
          recorder.sinks.add(event -> System.out.println(event.count()));
          recorder.events.close();
          running.await();
        });
  }
}

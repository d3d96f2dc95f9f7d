// fault: race
package span_batch;

import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Spans are gathered and sent on in batches, by size or when the exporter is ready for one. The
 * list that was handed over is cleared and filled again.
 */
public final class Buggy {

  record Span(String name, int millis) {}

  interface Exporter {
    void export(List<Span> spans);
  }

  static final class Batcher {
    private final Chan<List<Span>> batches = Chan.make(1);
    private final WaitGroup exporting = new WaitGroup();
    private final int size;
    private List<Span> current = new ArrayList<>();

    Batcher(Exporter exporter, int size) {
      this.size = size;
      exporting.go(() -> batches.forEach(exporter::export));
    }

    void onEnd(Span span) {
      current.add(span); // want race-mutate-after-send, race-unguarded
      if (current.size() == size) {
        flush();
      }
    }

    private void flush() {
      boolean taken =
          select(
              onSend(batches, current).as(true), // want race-mutate-after-send
              onTimeout(Duration.ofSeconds(1)).as(false));
      if (!taken) {
        System.out.println("dropped " + current.size());
      }
      current.clear(); // want race-mutate-after-send, race-unguarded
    }

    void shutdown() {
      if (!current.isEmpty()) {
        flush();
      }
      batches.close();
      exporting.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Batcher batcher =
              new Batcher(
                  spans -> {
                    for (Span span : spans) { // want race-unguarded, race-mutate-after-send
                      System.out.println(span.name());
                    }
                  },
                  2);
          batcher.onEnd(new Span("query", 3));
          batcher.onEnd(new Span("render", 4));
          batcher.shutdown();
        });
  }
}

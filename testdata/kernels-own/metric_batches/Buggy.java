// fault: race
package metric_batches;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Samples are gathered into batches and shipped by another goroutine. */
public final class Buggy {

  record Sample(String name, double value) {}

  static final class Batch {
    private final List<Sample> samples = new ArrayList<>();

    void add(Sample sample) {
      samples.add(sample); // want race-mutate-after-send, race-unguarded
    }

    boolean full() {
      return samples.size() == 2;
    }

    double sum() {
      // want +1 race-mutate-after-send, race-unguarded
      return samples.stream().mapToDouble(Sample::value).sum();
    }

    void reset() {
      samples.clear(); // want race-mutate-after-send, race-unguarded
    }
  }

  static final class Batcher implements AutoCloseable {
    private final SendChan<Batch> out;
    private final Batch batch = new Batch();

    Batcher(SendChan<Batch> out) {
      this.out = out;
    }

    void accept(Sample sample) {
      batch.add(sample);
      if (batch.full()) {
        out.send(batch); // want race-mutate-after-send
        batch.reset(); // want race-mutate-after-send
      }
    }

    @Override
    public void close() {
      out.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Batch> batches = Chan.make(1);
          WaitGroup shippers = new WaitGroup();
          shippers.go(
              () -> {
                for (Batch batch : batches) {
                  System.out.println("shipped " + batch.sum());
                }
              });
          try (Batcher batcher = new Batcher(batches)) {
            for (int i = 0; i < 3; i++) {
              batcher.accept(new Sample("load", i));
            }
          }
          shippers.await();
        });
  }
}

// fault: race
package double_buffer;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Samples are written to one buffer while the other is read, and an atomic index says which is
 * which; who reads slowly sees the buffers change places.
 */
public final class Buggy {

  static final class Meter {
    private final int[][] buffers = new int[2][1];
    private final AtomicInteger active = new AtomicInteger();

    void sample(int value) {
      int[] buffer = buffers[active.get()];
      buffer[0] += value; // want race-unguarded
    }

    int swap() {
      int before = active.getAndUpdate(index -> 1 - index);
      int total = buffers[before][0]; // want race-unguarded
      buffers[before][0] = 0; // want race-unguarded
      return total;
    }
  }

  interface Exporter {
    void export(int total);
  }

  static void exportOnce(Meter meter, Exporter exporter) {
    exporter.export(meter.swap());
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Meter meter = new Meter();
          WaitGroup sampling = new WaitGroup();
          sampling.go(() -> meter.sample(3));
          exportOnce(meter, total -> System.out.println("total " + total));
          sampling.await();
        });
  }
}

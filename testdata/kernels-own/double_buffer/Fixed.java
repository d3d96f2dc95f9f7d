package double_buffer;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Samples are written to one buffer while the other is read, and an atomic index says which is
 * which; who reads slowly sees the buffers change places.
 */
public final class Fixed {

  static final class Meter {
    private final int[][] buffers = new int[2][1];
    private final AtomicInteger active = new AtomicInteger();
    private final Mutex mu = new Mutex();

    void sample(int value) {
      mu.lock();
      buffers[active.get()][0] += value;
      mu.unlock();
    }

    int swap() {
      mu.lock();
      try {
        int before = active.getAndUpdate(index -> 1 - index);
        int total = buffers[before][0];
        buffers[before][0] = 0;
        return total;
      } finally {
        mu.unlock();
      }
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

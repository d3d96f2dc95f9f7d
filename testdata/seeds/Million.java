import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** A million goroutines parked on one channel, then released by closing it. */
public final class Million {

  private static final int GOROUTINES = 1_000_000;

  private Million() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> release = Chan.make();
          WaitGroup started = new WaitGroup();
          WaitGroup released = new WaitGroup();
          started.add(GOROUTINES);
          released.add(GOROUTINES);
          for (int i = 0; i < GOROUTINES; i++) {
            go(
                () -> {
                  started.done();
                  release.receive();
                  released.done();
                });
          }
          started.await();
          System.out.println("peak heap: " + peakHeapMegabytes() + " MB");
          release.close();
          released.await();
          System.out.println("released");
        });
  }

  private static long peakHeapMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}

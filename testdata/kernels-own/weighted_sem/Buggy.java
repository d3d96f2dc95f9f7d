// fault: deadlock
package weighted_sem;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/**
 * A semaphore with weights: a release may make room for several who wait, and wakes one of them.
 */
public final class Buggy {

  static final class Weighted {
    private final Object monitor = new Object();
    private final int capacity;
    private int used;

    Weighted(int capacity, int used) {
      this.capacity = capacity;
      this.used = used;
    }

    void acquire(int weight) throws InterruptedException {
      synchronized (monitor) {
        while (used + weight > capacity) {
          monitor.wait(); // want deadlock-cond
        }
        used += weight;
      }
    }

    void release(int weight) {
      synchronized (monitor) {
        used -= weight;
        monitor.notify();
      }
    }
  }

  static final class Upload {
    private final Weighted memory;
    private final int size;

    Upload(Weighted memory, int size) {
      this.memory = memory;
      this.size = size;
    }

    void start() throws InterruptedException {
      memory.acquire(size);
      System.out.println("uploading " + size);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Weighted memory = new Weighted(4, 4);
          WaitGroup uploads = new WaitGroup();
          for (int size : new int[] {1, 2}) {
            uploads.go(() -> new Upload(memory, size).start());
          }
          memory.release(4);
          uploads.await();
        });
  }
}

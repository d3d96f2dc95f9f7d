import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.locks.StampedLock;

/** Reads that are tried without the lock, and made again under it when a writer came between. */
public final class OptimisticReads {

  static final class Range {
    private final StampedLock lock = new StampedLock();
    private int low;
    private int high;

    void move(int by) {
      long stamp = lock.writeLock();
      try {
        low += by;
        high += by;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    int width() {
      long stamp = lock.tryOptimisticRead();
      int width = high - low;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        try {
          width = high - low;
        } finally {
          lock.unlockRead(stamp);
        }
      }
      return width;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Range range = new Range();
          WaitGroup movers = new WaitGroup();
          movers.go(() -> range.move(2));
          System.out.println(range.width());
          movers.await();
        });
  }
}

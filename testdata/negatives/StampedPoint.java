import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.locks.StampedLock;

/** A point under a stamped lock, its stamps carried from lock to unlock. */
public final class StampedPoint {

  record Coordinates(int x, int y) {
    int sum() {
      return x + y;
    }
  }

  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  void move(int dx, int dy) {
    long stamp = lock.writeLock();
    try {
      x += dx;
      y += dy;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  Coordinates read() {
    long stamp = lock.readLock();
    try {
      return new Coordinates(x, y);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Moves only what is at the origin. */
  boolean moveFromOrigin(int toX, int toY) {
    long stamp = lock.writeLock();
    try {
      boolean atOrigin = x == 0 && y == 0;
      if (atOrigin) {
        x = toX;
        y = toY;
      }
      return atOrigin;
    } finally {
      lock.unlock(stamp);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          StampedPoint point = new StampedPoint();
          WaitGroup movers = new WaitGroup();
          movers.go(() -> point.move(1, 1));
          movers.go(() -> point.moveFromOrigin(2, 2));
          int seen = point.read().sum();
          movers.await();
          System.out.println(seen % 2 == 0 && point.read().sum() >= 2);
        });
  }
}

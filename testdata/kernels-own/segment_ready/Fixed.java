package segment_ready;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * Readers wait until a segment is on disk. What they wait for is an atomic flag, so the flusher
 * sets it and signals without the lock, which may be just after a reader has looked and before it
 * waits.
 */
public final class Fixed {

  interface Latch {
    void open();

    void pass();
  }

  static final class SegmentLatch implements Latch {
    private final Lock mu = new Mutex();
    private final Cond flushed = new Cond(mu);
    private final AtomicBoolean onDisk = new AtomicBoolean();

    @Override
    public void open() {
      mu.lock();
      try {
        onDisk.set(true);
        flushed.broadcast();
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void pass() {
      mu.lock();
      try {
        while (!onDisk.get()) {
          flushed.await();
        }
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Segment {
    private final int number;
    private final Latch latch;

    Segment(int number, Latch latch) {
      this.number = number;
      this.latch = latch;
    }

    void flush() {
      System.out.println("flush " + number);
      latch.open();
    }

    String read() {
      latch.pass();
      return "segment " + number;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Segment segment = new Segment(7, new SegmentLatch());
          ErrGroup group = new ErrGroup();
          group.go(segment::flush);
          System.out.println(segment.read());
          group.await();
        });
  }
}

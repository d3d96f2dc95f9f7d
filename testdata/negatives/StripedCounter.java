import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counters of the JDK, and one of our own with a cell for each goroutine. */
public final class StripedCounter {

  /** Something that counts. */
  interface Counter {
    void increment(int who);

    long sum();
  }

  /** A cell for each goroutine. */
  static final class Cells implements Counter {
    private final AtomicLong[] cells;

    Cells(int stripes) {
      cells = new AtomicLong[stripes];
      for (int i = 0; i < stripes; i++) {
        cells[i] = new AtomicLong();
      }
    }

    @Override
    public void increment(int who) {
      cells[who % cells.length].incrementAndGet();
    }

    @Override
    public long sum() {
      long sum = 0;
      for (AtomicLong cell : cells) {
        sum += cell.get();
      }
      return sum;
    }
  }

  /** The JDK's. */
  static final class Adder implements Counter {
    private final LongAdder adder = new LongAdder();

    @Override
    public void increment(int who) {
      adder.increment();
    }

    @Override
    public long sum() {
      return adder.sum();
    }
  }

  private static long count(Counter counter) {
    WaitGroup counting = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      int who = i;
      counting.go(() -> counter.increment(who));
    }
    counting.await();
    return counter.sum();
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(count(new Cells(2)) == count(new Adder())));
  }
}

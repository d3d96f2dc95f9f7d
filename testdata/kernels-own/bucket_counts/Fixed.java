package bucket_counts;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A histogram filled by two workers: the buckets are plain array elements. */
public final class Fixed {

  static final class Histogram {
    private final AtomicLong[] buckets;

    Histogram(int n) {
      buckets = new AtomicLong[n];
      java.util.Arrays.setAll(buckets, i -> new AtomicLong());
    }

    void observe(int value) {
      buckets[Math.floorMod(value, buckets.length)].incrementAndGet();
    }

    long total() {
      long sum = 0;
      for (AtomicLong bucket : buckets) {
        sum += bucket.get();
      }
      return sum;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Histogram histogram = new Histogram(2);
          Chan<Integer> values = Chan.make(3);
          List.of(1, 2, 3).forEach(values::send);
          values.close();
          WaitGroup workers = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            workers.go(() -> values.forEach(histogram::observe));
          }
          workers.await();
          System.out.println(histogram.total());
        });
  }
}

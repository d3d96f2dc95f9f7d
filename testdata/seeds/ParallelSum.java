import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.stream.IntStream;

/** An array summed in as many parts as goroutines run at once. */
public final class ParallelSum {

  private ParallelSum() {}

  public static void main(String[] args) {
    Go.run(() -> System.out.println(sum(IntStream.rangeClosed(1, 1000).toArray())));
  }

  private static long sum(int[] numbers) {
    int parts = Go.maxProcs();
    Chan<Long> sums = Chan.make(parts);
    for (int part = 0; part < parts; part++) {
      int from = part * numbers.length / parts;
      int to = (part + 1) * numbers.length / parts;
      go(() -> sums.send(sum(numbers, from, to)));
    }
    long total = 0;
    for (int part = 0; part < parts; part++) {
      total += sums.receive();
    }
    return total;
  }

  private static long sum(int[] numbers, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[i];
    }
    return sum;
  }
}

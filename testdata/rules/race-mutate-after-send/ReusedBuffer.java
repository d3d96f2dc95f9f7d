package rules.racemutateaftersend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** One list filled again and again, though the last reader may not be done with it. */
public final class ReusedBuffer {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<List<Integer>> batches = Chan.make(1);
          WaitGroup readers = new WaitGroup();
          readers.go(() -> read(batches));
          fill(batches);
          batches.close();
          readers.await();
        });
  }

  private static void fill(SendChan<List<Integer>> batches) {
    List<Integer> batch = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      batch.add(i); // want race-mutate-after-send "was sent at line 29" confirmed
      batches.send(batch);
    }
  }

  private static void read(Iterable<List<Integer>> batches) {
    int sum = 0;
    for (List<Integer> batch : batches) {
      for (int value : batch) {
        sum += value;
      }
    }
    System.out.println(sum);
  }
}

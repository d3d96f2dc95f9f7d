package rules.leakreceive;

import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Waits for the end of one task more than there are. */
public final class TakenTooOften {

  public static void main(String[] args) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    ExecutorCompletionService<Integer> tasks = new ExecutorCompletionService<>(executor);
    tasks.submit(() -> 1);
    tasks.submit(() -> 2);
    int sum = 0;
    for (int n = 0; n < 3; n++) {
      sum += tasks.take().get(); // want leak-receive "'tasks'" confirmed
    }
    executor.shutdown();
    System.out.println(sum);
  }
}

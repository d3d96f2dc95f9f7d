package rules.raceunguarded;

import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is done is known by its future; tasks that still run count on. */
public final class CompletedCount {

  private static int done;
  private static int all;

  public static void main(String[] args) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      ExecutorCompletionService<Integer> tasks = new ExecutorCompletionService<>(executor);
      for (int n = 0; n < 2; n++) {
        int part = n;
        tasks.submit(
            () -> {
              done++; // want race-unguarded "field 'done'" confirmed
              return part;
            });
      }
      for (int n = 0; n < 2; n++) {
        all += tasks.take().get();
      }
    }
    System.out.println(all);
  }
}

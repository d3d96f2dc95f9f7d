package rules.leakreceive;

import dev.chanlint.runtime.Go;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A task that still waits for its thread is dropped, and with it what it would have completed. */
public final class DroppedTask {

  public static void main(String[] args) {
    Go.run(
        () -> {
          ExecutorService pool = Executors.newSingleThreadExecutor();
          CompletableFuture<Integer> first = new CompletableFuture<>();
          CompletableFuture<Integer> second = new CompletableFuture<>();
          pool.execute(() -> first.complete(1));
          pool.execute(() -> second.complete(2));
          pool.shutdownNow();
          System.out.println(second.join()); // want leak-receive
        });
  }
}

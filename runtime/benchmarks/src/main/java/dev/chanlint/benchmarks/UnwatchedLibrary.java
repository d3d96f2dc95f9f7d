package dev.chanlint.benchmarks;

import dev.chanlint.runtime.Go;
import java.util.concurrent.CompletableFuture;

/** This project's runtime, with goroutines that belong to no program, so that nobody watches. */
final class UnwatchedLibrary extends ChanlintLibrary {

  @Override
  long run(Main main) {
    CompletableFuture<Long> result = new CompletableFuture<>();
    Go.go(
        () -> {
          try {
            result.complete(main.run());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }
}

package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at files, one after the other on a thread of its own. A file that waits for its turn is not
 * put down twice: while somebody types, only the newest text is looked at.
 */
final class Looks implements AutoCloseable {

  private final Consumer<Path> look;
  private final Set<Path> waiting = ConcurrentHashMap.newKeySet();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("looks").factory());

  /**
   * Starts with none.
   *
   * @param look looks at the file as it is then
   */
  Looks(Consumer<Path> look) {
    this.look = look;
  }

  /** Has a file looked at soon. */
  void request(Path file) {
    if (waiting.add(file)) {
      thread.execute(
          () -> {
            waiting.remove(file);
            look.accept(file);
          });
    }
  }

  /** Does something between two looks. */
  void then(Runnable action) {
    thread.execute(action);
  }

  /** An answer that is to be true of what was asked for so far. */
  <T> CompletableFuture<T> then(Supplier<T> answer) {
    return CompletableFuture.supplyAsync(answer, thread);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

package dev.chanlint.analyzer.lsp;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What runs beside the looks, one after the other. To cancel its answer, or the progress that tells
 * of it, interrupts it. Safe for use by several threads.
 */
final class Runs implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("runs").factory());
  private final Map<Either<String, Integer>, CompletableFuture<?>> byToken =
      new ConcurrentHashMap<>();

  /**
   * Runs something when those before it are done.
   *
   * @param token what its progress is called, if it has one
   * @param action what to run; it is interrupted when its answer is cancelled
   * @param tell makes the answer of what came of it; not asked if it was cancelled
   * @return the answer
   */
  <T, A> CompletableFuture<A> run(
      Optional<Either<String, Integer>> token, Callable<T> action, Function<T, A> tell) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    token.ifPresent(one -> byToken.put(one, answer));
    Future<?> running = thread.submit(() -> complete(answer, action, tell));
    answer.whenComplete(
        (result, failure) -> {
          token.ifPresent(byToken::remove);
          if (answer.isCancelled()) {
            running.cancel(true);
          }
        });
    return answer;
  }

  private static <T, A> void complete(
      CompletableFuture<A> answer, Callable<T> action, Function<T, A> tell) {
    try {
      T result = action.call();
      if (!answer.isCancelled()) {
        answer.complete(tell.apply(result));
      }
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  /** The user cancelled what a progress tells of. */
  void cancel(Either<String, Integer> token) {
    CompletableFuture<?> answer = byToken.get(token);
    if (answer != null) {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

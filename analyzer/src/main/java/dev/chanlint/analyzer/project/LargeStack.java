package dev.chanlint.analyzer.project;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Room for work that follows syntax trees down to their leaves: a long concatenation, for example,
 * nests as deeply as it has parts.
 */
public final class LargeStack {

  /** Only what is used of it is taken from memory. */
  private static final long BYTES = 512L << 20;

  private LargeStack() {}

  /**
   * Does work on a thread of its own with a large stack, and waits for it. What it throws is thrown
   * here.
   *
   * @param work what to do
   * @param <T> the type of what comes of it
   * @return what came of it
   */
  public static <T> T call(Supplier<T> work) {
    Executor thread = task -> Thread.ofPlatform().name("large stack").stackSize(BYTES).start(task);
    try {
      return CompletableFuture.supplyAsync(work, thread).join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException own -> throw own;
        case Error own -> throw own;
        case null, default -> throw e;
      }
    }
  }
}

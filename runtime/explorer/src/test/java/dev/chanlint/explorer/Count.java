package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.search.Dpor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a whole reduced search ran.
 *
 * @param traces executions
 * @param blocked executions in vain
 */
record Count(long traces, long blocked) {

  static Count of(Body body) {
    return of(Code.test(body), new Dpor(), ended -> {});
  }

  /** Of one part of a search; of all of it if no helper has another part. */
  static Count of(Workload code, Dpor dpor, Consumer<Driver.Ended> each) {
    Driver driver = new Driver(code, dpor, 100_000, false, () -> false);
    long traces = 0;
    while (dpor.next()) {
      Driver.Ended ended = driver.run();
      if (!ended.cut()) {
        traces++;
        each.accept(ended);
      }
    }
    return new Count(traces, dpor.blocked());
  }

  /** Of a search that several threads share from the start. */
  static Count shared(int searchers, Body body) {
    return shared(searchers, () -> Code.test(body), (code, ended) -> {});
  }

  /**
   * Of a search that several threads share from the start.
   *
   * @param code makes what one of them runs
   * @param each is told of each execution, on its thread
   */
  static <W extends Workload> Count shared(
      int searchers, Supplier<W> code, BiConsumer<W, Driver.Ended> each) {
    Dpor first = new Dpor();
    try (ExecutorService threads = Executors.newFixedThreadPool(searchers)) {
      List<Future<Count>> parts = new ArrayList<>();
      for (int i = 0; i < searchers; i++) {
        Dpor part = i == 0 ? first : first.helper();
        parts.add(threads.submit(() -> part(first, part, code.get(), each)));
      }
      return parts.stream().map(Count::result).reduce(new Count(0, 0), Count::plus);
    }
  }

  private static <W extends Workload> Count part(
      Dpor first, Dpor part, W code, BiConsumer<W, Driver.Ended> each) {
    try {
      return of(code, part, ended -> each.accept(code, ended));
    } catch (RuntimeException | Error e) {
      first.close(); // or the others would wait for this one
      throw e;
    }
  }

  private static Count result(Future<Count> part) {
    try {
      return part.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Count plus(Count other) {
    return new Count(traces + other.traces, blocked + other.blocked);
  }
}

package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.hook.Clocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs many tasks on an executor, as {@code AbstractExecutorService} does. */
final class Invocations {

  private Invocations() {}

  /** The result of one that succeeds. */
  static <T extends @Nullable Object> T any(
      Executor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return any(executor, tasks, Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("a wait without a timeout timed out", e);
    }
  }

  /** The result of one that succeeds within so many nanoseconds. */
  static <T extends @Nullable Object> T any(
      Executor executor, Collection<? extends Callable<T>> tasks, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException();
    }
    LinkedQueueModel<Future<T>> done = new LinkedQueueModel<>();
    List<Future<T>> all = new ArrayList<>();
    Iterator<? extends Callable<T>> next = tasks.iterator();
    long end = nanos == Long.MAX_VALUE ? nanos : Clocks.nanoTime() + nanos;
    try {
      return firstResult(executor, next, all, done, end);
    } finally {
      all.forEach(future -> future.cancel(true));
    }
  }

  /** Starts another whenever none is done, and waits when all are started. */
  private static <T extends @Nullable Object> T firstResult(
      Executor executor,
      Iterator<? extends Callable<T>> next,
      List<Future<T>> all,
      LinkedQueueModel<Future<T>> done,
      long end)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutionException failure = null;
    int open = 0;
    while (true) {
      Future<T> ended = open == 0 ? null : done.poll();
      if (ended == null && next.hasNext()) {
        FutureModel<T> task = CompletionServiceModel.telling(next.next(), done);
        all.add(task);
        executor.execute(task);
        open++;
        continue;
      }
      if (ended == null && open == 0) {
        throw failure == null ? new ExecutionException((Throwable) null) : failure;
      }
      ended = ended == null ? await(done, end) : ended;
      open--;
      try {
        return ended.get();
      } catch (ExecutionException e) {
        failure = e;
      } catch (CancellationException e) {
        failure = new ExecutionException(e);
      }
    }
  }

  private static <T extends @Nullable Object> Future<T> await(
      LinkedQueueModel<Future<T>> done, long end) throws InterruptedException, TimeoutException {
    if (end == Long.MAX_VALUE) {
      return done.take();
    }
    Future<T> ended = done.poll(end - Clocks.nanoTime(), TimeUnit.NANOSECONDS);
    if (ended == null) {
      throw new TimeoutException();
    }
    return ended;
  }

  /** All of them, those cancelled that are not done within so many nanoseconds. */
  static <T extends @Nullable Object> List<Future<T>> all(
      Executor executor, Collection<? extends Callable<T>> tasks, long nanos)
      throws InterruptedException {
    long end = Clocks.nanoTime() + nanos;
    List<Future<T>> all = new ArrayList<>();
    boolean completed = false;
    try {
      for (Callable<T> task : tasks) {
        FutureModel<T> future = new FutureModel<>(task);
        all.add(future);
        executor.execute(future);
      }
      completed = awaitAll(all, end);
    } finally {
      if (!completed) {
        all.forEach(future -> future.cancel(true));
      }
    }
    return all;
  }

  private static <T extends @Nullable Object> boolean awaitAll(List<Future<T>> all, long end)
      throws InterruptedException {
    for (Future<T> future : all) {
      try {
        future.get(end - Clocks.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (CancellationException | ExecutionException e) {
        continue; // the caller asks the future for that
      } catch (TimeoutException e) {
        return false;
      }
    }
    return true;
  }
}

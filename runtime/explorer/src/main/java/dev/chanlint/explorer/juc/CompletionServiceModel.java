package dev.chanlint.explorer.juc;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stands for {@link ExecutorCompletionService}. */
public class CompletionServiceModel<V extends @Nullable Object> implements CompletionService<V> {

  private final Executor executor;
  private final BlockingQueue<Future<V>> done;

  /** {@link ExecutorCompletionService#ExecutorCompletionService(Executor)}. */
  public CompletionServiceModel(Executor executor) {
    this(executor, new LinkedQueueModel<>());
  }

  /** {@link ExecutorCompletionService#ExecutorCompletionService(Executor, BlockingQueue)}. */
  public CompletionServiceModel(Executor executor, BlockingQueue<Future<V>> done) {
    this.executor = Objects.requireNonNull(executor);
    this.done = Objects.requireNonNull(done);
  }

  /** A task that puts itself on a queue when it is done. */
  static <T extends @Nullable Object> FutureModel<T> telling(
      Callable<T> task, BlockingQueue<Future<T>> done) {
    return new FutureModel<>(task) {
      @Override
      protected void done() {
        done.add(this);
      }
    };
  }

  @Override
  public Future<V> submit(Callable<V> task) {
    FutureModel<V> future = telling(Objects.requireNonNull(task), done);
    executor.execute(future);
    return future;
  }

  @Override
  public Future<V> submit(Runnable task, V result) {
    return submit(Executors.callable(task, result));
  }

  @Override
  public Future<V> take() throws InterruptedException {
    return done.take();
  }

  @Override
  public @Nullable Future<V> poll() {
    return done.poll();
  }

  @Override
  public @Nullable Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
    return done.poll(timeout, unit);
  }
}

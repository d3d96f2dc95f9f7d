package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Threads;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for {@link Executors}. */
public final class Pools {

  private Pools() {}

  /** {@link Executors#defaultThreadFactory}, with pools numbered anew in each execution. */
  public static ThreadFactory defaultThreadFactory() {
    Execution execution = Execution.require();
    int pool = execution.attachment(execution, Pools.class, AtomicInteger::new).incrementAndGet();
    AtomicInteger threads = new AtomicInteger();
    return task -> new Thread(task, "pool-" + pool + "-thread-" + threads.incrementAndGet());
  }

  /** {@link Executors#newFixedThreadPool(int)}. */
  public static ExecutorService newFixedThreadPool(int size) {
    return newFixedThreadPool(size, defaultThreadFactory());
  }

  /** {@link Executors#newFixedThreadPool(int, ThreadFactory)}. */
  public static ExecutorService newFixedThreadPool(int size, ThreadFactory factory) {
    return PoolModel.fixed(size, factory);
  }

  /** {@link Executors#newSingleThreadExecutor()}. */
  public static ExecutorService newSingleThreadExecutor() {
    return newFixedThreadPool(1);
  }

  /** {@link Executors#newSingleThreadExecutor(ThreadFactory)}. */
  public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
    return newFixedThreadPool(1, factory);
  }

  /** {@link Executors#newCachedThreadPool()}. */
  public static ExecutorService newCachedThreadPool() {
    return newCachedThreadPool(defaultThreadFactory());
  }

  /** {@link Executors#newCachedThreadPool(ThreadFactory)}. */
  public static ExecutorService newCachedThreadPool(ThreadFactory factory) {
    return PoolModel.cached(factory);
  }

  /** {@link Executors#newVirtualThreadPerTaskExecutor}. */
  public static ExecutorService newVirtualThreadPerTaskExecutor() {
    return newThreadPerTaskExecutor(Threads.factory(Thread.ofVirtual()));
  }

  /** {@link Executors#newThreadPerTaskExecutor}. */
  public static ExecutorService newThreadPerTaskExecutor(ThreadFactory factory) {
    return PoolModel.perTask(factory);
  }

  /** {@link Executors#newScheduledThreadPool(int)}. */
  public static ScheduledExecutorService newScheduledThreadPool(int size) {
    return new ScheduledPoolModel(size);
  }

  /** {@link Executors#newScheduledThreadPool(int, ThreadFactory)}. */
  public static ScheduledExecutorService newScheduledThreadPool(int size, ThreadFactory factory) {
    return new ScheduledPoolModel(size, factory);
  }

  /** {@link Executors#newSingleThreadScheduledExecutor()}. */
  public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
    return newScheduledThreadPool(1);
  }

  /** {@link Executors#newSingleThreadScheduledExecutor(ThreadFactory)}. */
  public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
    return newScheduledThreadPool(1, factory);
  }

  /** {@link Executors#newWorkStealingPool()}. */
  public static ExecutorService newWorkStealingPool() {
    return new ForkJoinPoolModel();
  }

  /** {@link Executors#newWorkStealingPool(int)}. */
  public static ExecutorService newWorkStealingPool(int parallelism) {
    return new ForkJoinPoolModel(parallelism);
  }
}

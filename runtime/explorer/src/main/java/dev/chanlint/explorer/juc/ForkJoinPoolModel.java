package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link ForkJoinPool}. A pool that was made with a parallelism lets no more than that
 * many workers run at once, not counting those that wait in a join. The common pool has as many
 * workers as it needs: how many there are depends on the machine, and code must not rest on it.
 */
public class ForkJoinPoolModel extends AbstractExecutorService
    implements java.util.concurrent.ScheduledExecutorService {

  private static final int UNBOUNDED = Integer.MAX_VALUE;
  private static final int COMMON_PARALLELISM = 3;

  /** {@link ForkJoinPool#defaultForkJoinWorkerThreadFactory}. */
  public static final ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory =
      pool -> {
        throw unmodelled("ForkJoinWorkerThreadFactory");
      };

  private final Stored shutdown = new Stored();

  /** How many tasks have not ended. */
  private final Stored open = new Stored();

  private final PerExecution<Counter> life =
      new PerExecution<>(
          e ->
              new Counter(e, "ForkJoinPool", "ForkJoinPool.awaitTermination")
                  .with(shutdown, 0)
                  .with(open, 0));
  private final Stored working = new Stored();
  private final PerExecution<Counter> workers =
      new PerExecution<>(e -> new Counter(e, "ForkJoinPool", "ForkJoinPool idle").with(working, 0));
  private final int parallelism;
  private final boolean asyncMode;
  private final boolean common;
  private final List<ForkJoinTaskModel<?>> unfinished = new ArrayList<>();
  private int started;

  /** {@link ForkJoinPool.ForkJoinWorkerThreadFactory}. */
  public interface ForkJoinWorkerThreadFactory {
    /** Makes a worker of a pool. */
    ForkJoinWorkerThreadModel newThread(ForkJoinPoolModel pool);
  }

  /** {@link ForkJoinPool.ManagedBlocker}. */
  public interface ManagedBlocker {
    /** Blocks; returns whether no more blocking is needed. */
    boolean block() throws InterruptedException;

    /** Whether no blocking is needed. */
    boolean isReleasable();
  }

  /** {@link ForkJoinPool#ForkJoinPool()}. */
  public ForkJoinPoolModel() {
    this(UNBOUNDED, false, false);
  }

  /** {@link ForkJoinPool#ForkJoinPool(int)}. */
  public ForkJoinPoolModel(int parallelism) {
    this(checked(parallelism), false, false);
  }

  /** As {@link ForkJoinPool} has it, with the default factory. */
  public ForkJoinPoolModel(
      int parallelism,
      ForkJoinWorkerThreadFactory factory,
      Thread.@Nullable UncaughtExceptionHandler handler,
      boolean asyncMode) {
    this(checked(parallelism), asyncMode, false);
    requireDefault(factory);
  }

  /** As {@link ForkJoinPool} has it, with the default factory. */
  public ForkJoinPoolModel(
      int parallelism,
      ForkJoinWorkerThreadFactory factory,
      Thread.@Nullable UncaughtExceptionHandler handler,
      boolean asyncMode,
      int corePoolSize,
      int maximumPoolSize,
      int minimumRunnable,
      java.util.function.@Nullable Predicate<? super ForkJoinPoolModel> saturate,
      long keepAliveTime,
      TimeUnit unit) {
    this(parallelism, factory, handler, asyncMode);
  }

  private ForkJoinPoolModel(int parallelism, boolean asyncMode, boolean common) {
    this.parallelism = parallelism;
    this.asyncMode = asyncMode;
    this.common = common;
  }

  private static int checked(int parallelism) {
    if (parallelism <= 0) {
      throw new IllegalArgumentException();
    }
    return parallelism;
  }

  private static void requireDefault(ForkJoinWorkerThreadFactory factory) {
    if (Objects.requireNonNull(factory) != defaultForkJoinWorkerThreadFactory) {
      throw unmodelled("ForkJoinWorkerThreadFactory");
    }
  }

  /** {@link ForkJoinPool#commonPool}. */
  public static ForkJoinPoolModel commonPool() {
    Execution execution = Execution.require();
    return execution.attachment(
        execution, ForkJoinPoolModel.class, () -> new ForkJoinPoolModel(UNBOUNDED, true, true));
  }

  /** The common pool, as the JDK's own code asks for it. */
  public static ForkJoinPoolModel asyncCommonPool() {
    return commonPool();
  }

  /** The JDK's own code would have a worker help others while it waits; here others need none. */
  public static void helpAsyncBlocker(Executor pool, ManagedBlocker blocker) {}

  final <T extends ForkJoinTaskModel<?>> T push(T task) {
    Objects.requireNonNull(task);
    if (!common) {
      boolean[] taken = new boolean[1];
      life.get()
          .add(
              "submit",
              () -> {
                taken[0] = !shutdown.is();
                if (taken[0]) {
                  unfinished.add(task);
                  open.add(1);
                }
              });
      if (!taken[0]) {
        throw new RejectedExecutionException();
      }
    }
    ((ForkJoinTaskModel<?>) task).pool = this;
    started++;
    String name = "ForkJoinPool" + (common ? ".commonPool" : "") + "-worker-" + started;
    Threads.start(new ForkJoinWorkerThreadModel(this, name, () -> work(task)));
    return task;
  }

  private void work(ForkJoinTaskModel<?> task) {
    if (parallelism != UNBOUNDED) {
      workers.get().await("take task", () -> working.get() < parallelism, () -> working.add(1));
    }
    task.runIfUnclaimed();
    if (parallelism != UNBOUNDED) {
      workers.get().change("end task", () -> working.add(-1));
    }
    if (!common) {
      life.get()
          .add(
              "finish",
              () -> {
                unfinished.remove(task);
                open.add(-1);
              });
    }
  }

  /** Waits on a worker, which meanwhile does not count as one. */
  <T> T withoutWorker(java.util.function.Supplier<T> wait) {
    if (parallelism == UNBOUNDED) {
      return wait.get();
    }
    workers.get().change("compensate", () -> working.add(-1));
    T result = wait.get();
    workers.get().change("resume", () -> working.add(1));
    return result;
  }

  /** {@link ForkJoinPool#managedBlock}. */
  public static void managedBlock(ManagedBlocker blocker) throws InterruptedException {
    ForkJoinPoolModel current = ForkJoinTaskModel.getPool();
    InterruptedException interrupted =
        current == null ? block(blocker) : current.withoutWorker(() -> block(blocker));
    if (interrupted != null) {
      throw interrupted;
    }
  }

  private static @Nullable InterruptedException block(ManagedBlocker blocker) {
    try {
      boolean free = blocker.isReleasable();
      while (!free) {
        free = blocker.block() || blocker.isReleasable();
      }
      return null;
    } catch (InterruptedException e) {
      return e;
    }
  }

  /** {@link ForkJoinPool#invoke}. */
  public <T extends @Nullable Object> T invoke(ForkJoinTaskModel<T> task) {
    return push(task).join();
  }

  /** {@link ForkJoinPool#execute(ForkJoinTask)}. */
  public void execute(ForkJoinTaskModel<?> task) {
    push(task);
  }

  @Override
  public void execute(Runnable task) {
    push(asTask(task));
  }

  private static ForkJoinTaskModel<?> asTask(Runnable runnable) {
    if (runnable instanceof ForkJoinTaskModel<?> task) {
      return task;
    }
    Objects.requireNonNull(runnable);
    return ForkJoinTaskModel.adapt(() -> runToTheEnd(runnable));
  }

  /** What {@code execute} runs has nobody who asks for its result. */
  private static void runToTheEnd(Runnable runnable) {
    try {
      runnable.run();
    } catch (RuntimeException | Error e) {
      Thread self = Threads.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, e);
      throw e;
    }
  }

  /** {@link ForkJoinPool#submit(ForkJoinTask)}. */
  public <T extends @Nullable Object> ForkJoinTaskModel<T> submit(ForkJoinTaskModel<T> task) {
    return push(task);
  }

  @Override
  public <T extends @Nullable Object> ForkJoinTaskModel<T> submit(Callable<T> task) {
    return push(ForkJoinTaskModel.adapt(task));
  }

  @Override
  public <T extends @Nullable Object> ForkJoinTaskModel<T> submit(Runnable task, T result) {
    return push(ForkJoinTaskModel.adapt(task, result));
  }

  @Override
  public ForkJoinTaskModel<?> submit(Runnable task) {
    return push(task instanceof ForkJoinTaskModel<?> known ? known : ForkJoinTaskModel.adapt(task));
  }

  /** {@link ForkJoinPool#externalSubmit}. */
  public <T extends @Nullable Object> ForkJoinTaskModel<T> externalSubmit(
      ForkJoinTaskModel<T> task) {
    return push(task);
  }

  /** {@link ForkJoinPool#lazySubmit}. */
  public <T extends @Nullable Object> ForkJoinTaskModel<T> lazySubmit(ForkJoinTaskModel<T> task) {
    return push(task);
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return newTaskFor(
        () -> {
          task.run();
          return value;
        });
  }

  @Override
  protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new AdaptedTask<>(callable);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return Invocations.any(this, tasks);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Invocations.any(this, tasks, unit.toNanos(timeout));
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    return Invocations.all(this, tasks, unit.toNanos(timeout));
  }

  /** {@link ForkJoinPool#invokeAllUninterruptibly}. */
  public <T> List<Future<T>> invokeAllUninterruptibly(Collection<? extends Callable<T>> tasks) {
    throw unmodelled("ForkJoinPool.invokeAllUninterruptibly");
  }

  /** What {@code CompletableFuture} delays. */
  public <T extends @Nullable Object> DelayedTask<T> scheduleDelayedTask(DelayedTask<T> task) {
    task.arm();
    return task;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    Objects.requireNonNull(task);
    return this.<@Nullable Void>scheduleDelayedTask(
        new DelayedTask<@Nullable Void>(unit.toNanos(delay), 0, false, task, null, this));
  }

  @Override
  public <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> task, long delay, TimeUnit unit) {
    Objects.requireNonNull(task);
    return scheduleDelayedTask(new DelayedTask<V>(unit.toNanos(delay), 0, false, null, task, this));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long delay, long period, TimeUnit unit) {
    throw unmodelled("ForkJoinPool.scheduleAtFixedRate");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long delay, long pause, TimeUnit unit) {
    throw unmodelled("ForkJoinPool.scheduleWithFixedDelay");
  }

  /** {@link ForkJoinPool#submitWithTimeout}. */
  public <V> ForkJoinTaskModel<V> submitWithTimeout(
      Callable<V> task,
      long timeout,
      TimeUnit unit,
      java.util.function.Consumer<? super ForkJoinTaskModel<V>> atTimeout) {
    throw unmodelled("ForkJoinPool.submitWithTimeout");
  }

  /** {@link ForkJoinPool#cancelDelayedTasksOnShutdown}. */
  public void cancelDelayedTasksOnShutdown() {
    throw unmodelled("ForkJoinPool.cancelDelayedTasksOnShutdown");
  }

  /** {@link ForkJoinPool#setParallelism}. */
  public int setParallelism(int size) {
    throw unmodelled("ForkJoinPool.setParallelism");
  }

  /** {@link ForkJoinPool#getParallelism}. */
  public int getParallelism() {
    return parallelism == UNBOUNDED ? COMMON_PARALLELISM : parallelism;
  }

  /** {@link ForkJoinPool#getCommonPoolParallelism}. */
  public static int getCommonPoolParallelism() {
    return COMMON_PARALLELISM;
  }

  /** {@link ForkJoinPool#getAsyncMode}. */
  public boolean getAsyncMode() {
    return asyncMode;
  }

  /** {@link ForkJoinPool#getFactory}. */
  public ForkJoinWorkerThreadFactory getFactory() {
    return defaultForkJoinWorkerThreadFactory;
  }

  /** {@link ForkJoinPool#getUncaughtExceptionHandler}. */
  public Thread.@Nullable UncaughtExceptionHandler getUncaughtExceptionHandler() {
    return null;
  }

  /** {@link ForkJoinPool#getPoolSize}. */
  public int getPoolSize() {
    throw unmodelled("ForkJoinPool.getPoolSize");
  }

  /** {@link ForkJoinPool#getRunningThreadCount}. */
  public int getRunningThreadCount() {
    throw unmodelled("ForkJoinPool.getRunningThreadCount");
  }

  /** {@link ForkJoinPool#getActiveThreadCount}. */
  public int getActiveThreadCount() {
    throw unmodelled("ForkJoinPool.getActiveThreadCount");
  }

  /** {@link ForkJoinPool#isQuiescent}. */
  public boolean isQuiescent() {
    throw unmodelled("ForkJoinPool.isQuiescent");
  }

  /** {@link ForkJoinPool#getStealCount}. */
  public long getStealCount() {
    throw unmodelled("ForkJoinPool.getStealCount");
  }

  /** {@link ForkJoinPool#getQueuedTaskCount}. */
  public long getQueuedTaskCount() {
    throw unmodelled("ForkJoinPool.getQueuedTaskCount");
  }

  /** {@link ForkJoinPool#getQueuedSubmissionCount}. */
  public int getQueuedSubmissionCount() {
    throw unmodelled("ForkJoinPool.getQueuedSubmissionCount");
  }

  /** {@link ForkJoinPool#getDelayedTaskCount}. */
  public long getDelayedTaskCount() {
    throw unmodelled("ForkJoinPool.getDelayedTaskCount");
  }

  /** {@link ForkJoinPool#hasQueuedSubmissions}. */
  public boolean hasQueuedSubmissions() {
    throw unmodelled("ForkJoinPool.hasQueuedSubmissions");
  }

  @Override
  public void shutdown() {
    if (!common) {
      life.get().change("shutdown", () -> shutdown.set(true));
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    if (!common) {
      List.copyOf(unfinished).forEach(task -> task.cancel(true));
    }
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    life.get().look("isShutdown");
    return shutdown.is();
  }

  private boolean isOver() {
    return shutdown.is() && !open.is();
  }

  @Override
  public boolean isTerminated() {
    life.get().look("isTerminated");
    return isOver();
  }

  /** {@link ForkJoinPool#isTerminating}. */
  public boolean isTerminating() {
    life.get().look("isTerminating");
    return shutdown.is() && !isOver();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    if (common) {
      throw unmodelled("awaitTermination of the common pool");
    }
    return life.get().await("awaitTermination", this::isOver, unit.toNanos(timeout));
  }

  /** {@link ForkJoinPool#awaitQuiescence}. */
  public boolean awaitQuiescence(long timeout, TimeUnit unit) {
    throw unmodelled("ForkJoinPool.awaitQuiescence");
  }

  @Override
  public void close() {
    if (!common) {
      shutdown();
      life.get().await("close", this::isOver);
    }
  }

  @Override
  public String toString() {
    return "ForkJoinPool";
  }
}

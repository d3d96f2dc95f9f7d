package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Clocks;
import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.operation.AlarmClock;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fork and join. Each task that is forked or submitted has a worker of its own, which claims it
 * unless someone who joins it has; a pool that was made with a parallelism lets no more than that
 * many run at once, not counting those that wait in a join. The common pool has as many workers as
 * it needs: how many there are depends on the machine, and code must not rest on it. In which order
 * tasks are run is open.
 */
public final class ForkJoin {

  private ForkJoin() {}

  private static UnsupportedOperationException unmodelled(String what) {
    Execution.require().uncontrolled("uses " + what + ", which is not modelled");
    return new UnsupportedOperationException(what);
  }

  /** Stands for {@link ForkJoinTask}. */
  public abstract static class Task<V extends @Nullable Object> implements Future<V>, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient PerExecution<Counter> counter =
        new PerExecution<>(e -> new Counter(e, "ForkJoinTask", "ForkJoinTask.join"));

    private State now = State.RUNNING;
    private boolean claimed;
    private @Nullable Throwable thrown;
    private transient @Nullable Pool pool;
    private short tag;

    /** {@link ForkJoinTask#ForkJoinTask}. */
    public Task() {}

    /** {@link ForkJoinTask#getRawResult}. */
    public abstract V getRawResult();

    /** {@link ForkJoinTask#setRawResult}. */
    protected abstract void setRawResult(V value);

    /** {@link ForkJoinTask#exec}. */
    protected abstract boolean exec();

    /** {@link ForkJoinTask#fork}. */
    public final Task<V> fork() {
      Pool current = getPool();
      (current == null ? Pool.commonPool() : current).push(this);
      return this;
    }

    /** Makes the caller the one to run it; false if another is, or it is over. */
    private boolean claim(String why) {
      return counter.get().attempt(why, () -> !claimed && !isOver(), () -> claimed = true);
    }

    private void runClaimed() {
      try {
        if (exec()) {
          end(State.SUCCESS, null);
        }
      } catch (Throwable e) {
        end(State.FAILED, e);
      }
    }

    /** Runs it unless another does. */
    final void runIfUnclaimed() {
      if (claim("run")) {
        runClaimed();
      }
    }

    private boolean end(State how, @Nullable Throwable cause) {
      return counter
          .get()
          .attempt(
              "complete",
              () -> !isOver(),
              () -> {
                now = how;
                thrown = cause;
              });
    }

    private boolean isOver() {
      return now != State.RUNNING;
    }

    private void await() {
      Pool current = getPool();
      if (current == null) {
        counter.get().await("join", this::isOver, () -> {});
      } else {
        current.withoutWorker(
            () -> {
              counter.get().await("join", this::isOver, () -> {});
              return true;
            });
      }
    }

    private boolean await(long nanos) throws InterruptedException {
      return counter.get().await("get", this::isOver, () -> {}, nanos);
    }

    /** {@link ForkJoinTask#quietlyJoin()}. */
    public final void quietlyJoin() {
      if (pool != null && claim("join")) {
        runClaimed();
      }
      await();
    }

    /** {@link ForkJoinTask#quietlyInvoke}. */
    public final void quietlyInvoke() {
      runIfUnclaimed();
      await();
    }

    /** {@link ForkJoinTask#quietlyJoin(long, TimeUnit)}. */
    public final boolean quietlyJoin(long timeout, TimeUnit unit) throws InterruptedException {
      return await(unit.toNanos(timeout));
    }

    /** {@link ForkJoinTask#quietlyJoinUninterruptibly}. */
    public final boolean quietlyJoinUninterruptibly(long timeout, TimeUnit unit) {
      throw unmodelled("ForkJoinTask.quietlyJoinUninterruptibly");
    }

    /** {@link ForkJoinTask#join}. */
    public final V join() {
      quietlyJoin();
      return joined();
    }

    /** {@link ForkJoinTask#invoke}. */
    public final V invoke() {
      quietlyInvoke();
      return joined();
    }

    private V joined() {
      if (now == State.CANCELLED) {
        throw new CancellationException();
      }
      if (thrown != null) {
        ForkJoin.<RuntimeException>rethrow(thrown);
      }
      return getRawResult();
    }

    @Override
    public final V get() throws InterruptedException, ExecutionException {
      await(Long.MAX_VALUE);
      return got();
    }

    @Override
    public final V get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      if (!await(unit.toNanos(timeout))) {
        throw new TimeoutException();
      }
      return got();
    }

    private V got() throws ExecutionException {
      if (now == State.CANCELLED) {
        throw new CancellationException();
      }
      if (thrown != null) {
        throw new ExecutionException(thrown);
      }
      return getRawResult();
    }

    /** {@link ForkJoinTask#invokeAll(ForkJoinTask, ForkJoinTask)}. */
    public static void invokeAll(Task<?> one, Task<?> other) {
      invokeAll(List.of(one, other));
    }

    /** {@link ForkJoinTask#invokeAll(ForkJoinTask...)}. */
    public static void invokeAll(Task<?>... tasks) {
      invokeAll(Arrays.asList(tasks));
    }

    /** {@link ForkJoinTask#invokeAll(Collection)}. */
    public static <T extends Task<?>> Collection<T> invokeAll(Collection<T> tasks) {
      List<T> all = List.copyOf(tasks);
      for (int i = all.size() - 1; i > 0; i--) {
        all.get(i).fork();
      }
      if (!all.isEmpty()) {
        all.getFirst().invoke();
      }
      for (int i = 1; i < all.size(); i++) {
        all.get(i).join();
      }
      return tasks;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      end(State.CANCELLED, null);
      return isCancelled();
    }

    @Override
    public final boolean isDone() {
      return state() != State.RUNNING;
    }

    @Override
    public final boolean isCancelled() {
      return state() == State.CANCELLED;
    }

    /** {@link ForkJoinTask#isCompletedAbnormally}. */
    public final boolean isCompletedAbnormally() {
      State seen = state();
      return seen == State.CANCELLED || seen == State.FAILED;
    }

    /** {@link ForkJoinTask#isCompletedNormally}. */
    public final boolean isCompletedNormally() {
      return state() == State.SUCCESS;
    }

    @Override
    public State state() {
      counter.get().look("state");
      return now;
    }

    @Override
    public V resultNow() {
      if (state() != State.SUCCESS) {
        throw new IllegalStateException("Task completed with exception");
      }
      return getRawResult();
    }

    @Override
    public Throwable exceptionNow() {
      if (state() != State.FAILED) {
        throw new IllegalStateException("Task completed with a result");
      }
      return Objects.requireNonNull(thrown);
    }

    /** {@link ForkJoinTask#getException}. */
    public final @Nullable Throwable getException() {
      return state() == State.CANCELLED ? new CancellationException() : thrown;
    }

    /** {@link ForkJoinTask#completeExceptionally}. */
    public void completeExceptionally(Throwable cause) {
      boolean unchecked = cause instanceof RuntimeException || cause instanceof Error;
      end(State.FAILED, unchecked ? cause : new RuntimeException(cause));
    }

    /** {@link ForkJoinTask#complete}. */
    public void complete(V value) {
      setRawResult(value);
      end(State.SUCCESS, null);
    }

    /** {@link ForkJoinTask#quietlyComplete}. */
    public final void quietlyComplete() {
      end(State.SUCCESS, null);
    }

    /** {@link ForkJoinTask#reinitialize}. */
    public void reinitialize() {
      counter
          .get()
          .change(
              "reinitialize",
              () -> {
                now = State.RUNNING;
                claimed = false;
                thrown = null;
              });
    }

    /** {@link ForkJoinTask#tryUnfork}: whether nobody has begun it. */
    public boolean tryUnfork() {
      return claim("unfork") && unclaim();
    }

    private boolean unclaim() {
      pool = null;
      counter.get().change("unfork", () -> claimed = false);
      return true;
    }

    /** {@link ForkJoinTask#getPool}. */
    public static @Nullable Pool getPool() {
      return Threads.currentThread() instanceof Worker worker ? worker.pool : null;
    }

    /** {@link ForkJoinTask#inForkJoinPool}. */
    public static boolean inForkJoinPool() {
      return getPool() != null;
    }

    /** {@link ForkJoinTask#helpQuiesce}. */
    public static void helpQuiesce() {
      throw unmodelled("ForkJoinTask.helpQuiesce");
    }

    /** {@link ForkJoinTask#getQueuedTaskCount}. */
    public static int getQueuedTaskCount() {
      throw unmodelled("ForkJoinTask.getQueuedTaskCount");
    }

    /** {@link ForkJoinTask#getSurplusQueuedTaskCount}. */
    public static int getSurplusQueuedTaskCount() {
      throw unmodelled("ForkJoinTask.getSurplusQueuedTaskCount");
    }

    /** {@link ForkJoinTask#peekNextLocalTask}. */
    protected static @Nullable Task<?> peekNextLocalTask() {
      throw unmodelled("ForkJoinTask.peekNextLocalTask");
    }

    /** {@link ForkJoinTask#pollNextLocalTask}. */
    protected static @Nullable Task<?> pollNextLocalTask() {
      throw unmodelled("ForkJoinTask.pollNextLocalTask");
    }

    /** {@link ForkJoinTask#pollTask}. */
    protected static @Nullable Task<?> pollTask() {
      throw unmodelled("ForkJoinTask.pollTask");
    }

    /** {@link ForkJoinTask#pollSubmission}. */
    protected static @Nullable Task<?> pollSubmission() {
      throw unmodelled("ForkJoinTask.pollSubmission");
    }

    /** {@link ForkJoinTask#getForkJoinTaskTag}. */
    public final short getForkJoinTaskTag() {
      counter.get().look("tag");
      return tag;
    }

    /** {@link ForkJoinTask#setForkJoinTaskTag}. */
    public final short setForkJoinTaskTag(short value) {
      short[] old = new short[1];
      counter
          .get()
          .change(
              "tag",
              () -> {
                old[0] = tag;
                tag = value;
              });
      return old[0];
    }

    /** {@link ForkJoinTask#compareAndSetForkJoinTaskTag}. */
    public final boolean compareAndSetForkJoinTaskTag(short expected, short value) {
      return counter.get().attempt("tag", () -> tag == expected, () -> tag = value);
    }

    /** {@link ForkJoinTask#adapt(Runnable)}. */
    public static Task<?> adapt(Runnable runnable) {
      return Task.<@Nullable Object>adapt(runnable, null);
    }

    /** {@link ForkJoinTask#adapt(Runnable, Object)}. */
    public static <T extends @Nullable Object> Task<T> adapt(Runnable runnable, T result) {
      Objects.requireNonNull(runnable);
      return new Adapted<>(
          () -> {
            runnable.run();
            return result;
          });
    }

    /** {@link ForkJoinTask#adapt(Callable)}. */
    public static <T extends @Nullable Object> Task<T> adapt(Callable<? extends T> callable) {
      return new Adapted<>(Objects.requireNonNull(callable));
    }

    /** {@link ForkJoinTask#adaptInterruptible(Callable)}. */
    public static <T> Task<T> adaptInterruptible(Callable<? extends T> callable) {
      throw unmodelled("ForkJoinTask.adaptInterruptible");
    }

    /** {@link ForkJoinTask#adaptInterruptible(Runnable, Object)}. */
    public static <T> Task<T> adaptInterruptible(Runnable runnable, T result) {
      throw unmodelled("ForkJoinTask.adaptInterruptible");
    }

    /** {@link ForkJoinTask#adaptInterruptible(Runnable)}. */
    public static Task<?> adaptInterruptible(Runnable runnable) {
      throw unmodelled("ForkJoinTask.adaptInterruptible");
    }

    @Override
    public String toString() {
      return "ForkJoinTask";
    }
  }

  @SuppressWarnings("unchecked") // the compiler is told that nothing checked is thrown
  private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** A task that computes what a {@link Callable} does. */
  private static final class Adapted<T extends @Nullable Object> extends Task<T>
      implements RunnableFuture<T> {

    private static final long serialVersionUID = 1L;

    private final transient Callable<? extends T> body;
    private transient @Nullable T result;

    Adapted(Callable<? extends T> body) {
      this.body = body;
    }

    @Override
    @SuppressWarnings("NullAway") // a result may be null, whatever T says
    public T getRawResult() {
      return result;
    }

    @Override
    protected void setRawResult(T value) {
      result = value;
    }

    @Override
    protected boolean exec() {
      try {
        result = body.call();
        return true;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new RuntimeException(e);
      }
    }

    @Override
    public void run() {
      invoke();
    }
  }

  /** Stands for {@link RecursiveTask}. */
  public abstract static class ValueTask<V extends @Nullable Object> extends Task<V> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable V result;

    /** {@link RecursiveTask#RecursiveTask}. */
    public ValueTask() {}

    /** {@link RecursiveTask#compute}. */
    protected abstract V compute();

    @Override
    @SuppressWarnings("NullAway") // a result may be null, whatever V says
    public final V getRawResult() {
      return result;
    }

    @Override
    protected final void setRawResult(V value) {
      result = value;
    }

    @Override
    protected final boolean exec() {
      result = compute();
      return true;
    }
  }

  /** Stands for {@link RecursiveAction}. */
  public abstract static class ActionTask extends Task<@Nullable Void> {

    private static final long serialVersionUID = 1L;

    /** {@link RecursiveAction#RecursiveAction}. */
    public ActionTask() {}

    /** {@link RecursiveAction#compute}. */
    protected abstract void compute();

    @Override
    public final @Nullable Void getRawResult() {
      return null;
    }

    @Override
    protected final void setRawResult(@Nullable Void none) {}

    @Override
    protected final boolean exec() {
      compute();
      return true;
    }
  }

  /** Stands for {@link java.util.concurrent.ForkJoinWorkerThread}. */
  public static class Worker extends Thread {

    /** The pool that it works for; read by the JDK's own code too. */
    public final Pool pool;

    private final Runnable work;

    private Worker(Pool pool, String name, Runnable work) {
      super(name);
      this.pool = pool;
      this.work = work;
      setDaemon(true);
    }

    /** {@link java.util.concurrent.ForkJoinWorkerThread#getPool}. */
    public Pool getPool() {
      return pool;
    }

    /** {@link java.util.concurrent.ForkJoinWorkerThread#getPoolIndex}. */
    public int getPoolIndex() {
      throw unmodelled("ForkJoinWorkerThread.getPoolIndex");
    }

    /** {@link java.util.concurrent.ForkJoinWorkerThread#getQueuedTaskCount}. */
    public int getQueuedTaskCount() {
      throw unmodelled("ForkJoinWorkerThread.getQueuedTaskCount");
    }

    @Override
    public void run() {
      work.run();
    }
  }

  /** What the JDK's own code schedules; see {@link Pool#scheduleDelayedTask}. */
  public static final class Delayed<T extends @Nullable Object> extends Task<T>
      implements ScheduledFuture<T> {

    private static final long serialVersionUID = 1L;

    private final transient Adapted<T> task;
    private final long nanos;
    private final long due;
    private transient @Nullable AlarmClock alarm;

    /**
     * Makes one that is run once, after a delay in nanoseconds; either the runnable or the callable
     * is not null.
     */
    public Delayed(
        long nanos,
        long period,
        boolean immediate,
        @Nullable Runnable runnable,
        @Nullable Callable<? extends T> callable,
        Pool pool) {
      this.nanos = Math.max(0, nanos);
      this.due = Clocks.nanoTime() + this.nanos;
      this.task = new Adapted<>(() -> call(runnable, callable));
      if (period != 0) {
        throw unmodelled("periodic tasks of a ForkJoinPool");
      }
    }

    @SuppressWarnings("NullAway") // the result of a runnable is null, whatever T says
    private static <T extends @Nullable Object> T call(
        @Nullable Runnable runnable, @Nullable Callable<? extends T> callable) throws Exception {
      if (callable != null) {
        return callable.call();
      }
      Objects.requireNonNull(runnable).run();
      return null;
    }

    private void arm() {
      Execution execution = Execution.require();
      AlarmClock clock = new AlarmClock(execution, this::runIfUnclaimed, time -> time);
      alarm = clock;
      clock.set(nanos, 0);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled && alarm != null) {
        alarm.stop();
      }
      return cancelled;
    }

    @Override
    public T getRawResult() {
      return task.getRawResult();
    }

    @Override
    protected void setRawResult(T value) {
      task.setRawResult(value);
    }

    @Override
    protected boolean exec() {
      return task.exec();
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - Clocks.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(java.util.concurrent.Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  /** Stands for {@link ForkJoinPool}. */
  public static class Pool extends AbstractExecutorService
      implements java.util.concurrent.ScheduledExecutorService {

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int COMMON_PARALLELISM = 3;

    /** {@link ForkJoinPool#defaultForkJoinWorkerThreadFactory}. */
    public static final ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory =
        pool -> {
          throw unmodelled("ForkJoinWorkerThreadFactory");
        };

    private final PerExecution<Counter> life =
        new PerExecution<>(e -> new Counter(e, "ForkJoinPool", "ForkJoinPool.awaitTermination"));
    private final PerExecution<Counter> workers =
        new PerExecution<>(e -> new Counter(e, "ForkJoinPool", "ForkJoinPool idle"));
    private final int parallelism;
    private final boolean asyncMode;
    private final boolean common;
    private final List<Task<?>> unfinished = new ArrayList<>();
    private int working;
    private boolean shutdown;
    private int started;

    /** {@link ForkJoinPool.ForkJoinWorkerThreadFactory}. */
    public interface ForkJoinWorkerThreadFactory {
      /** Makes a worker of a pool. */
      Worker newThread(Pool pool);
    }

    /** {@link ForkJoinPool.ManagedBlocker}. */
    public interface ManagedBlocker {
      /** Blocks; returns whether no more blocking is needed. */
      boolean block() throws InterruptedException;

      /** Whether no blocking is needed. */
      boolean isReleasable();
    }

    /** {@link ForkJoinPool#ForkJoinPool()}. */
    public Pool() {
      this(UNBOUNDED, false, false);
    }

    /** {@link ForkJoinPool#ForkJoinPool(int)}. */
    public Pool(int parallelism) {
      this(checked(parallelism), false, false);
    }

    /** As {@link ForkJoinPool} has it, with the default factory. */
    public Pool(
        int parallelism,
        ForkJoinWorkerThreadFactory factory,
        Thread.@Nullable UncaughtExceptionHandler handler,
        boolean asyncMode) {
      this(checked(parallelism), asyncMode, false);
      requireDefault(factory);
    }

    /** As {@link ForkJoinPool} has it, with the default factory. */
    public Pool(
        int parallelism,
        ForkJoinWorkerThreadFactory factory,
        Thread.@Nullable UncaughtExceptionHandler handler,
        boolean asyncMode,
        int corePoolSize,
        int maximumPoolSize,
        int minimumRunnable,
        java.util.function.@Nullable Predicate<? super Pool> saturate,
        long keepAliveTime,
        TimeUnit unit) {
      this(parallelism, factory, handler, asyncMode);
    }

    private Pool(int parallelism, boolean asyncMode, boolean common) {
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
    public static Pool commonPool() {
      Execution execution = Execution.require();
      return execution.attachment(execution, Pool.class, () -> new Pool(UNBOUNDED, true, true));
    }

    /** The common pool, as the JDK's own code asks for it. */
    public static Pool asyncCommonPool() {
      return commonPool();
    }

    /** The JDK's own code would have a worker help others while it waits; here others need none. */
    public static void helpAsyncBlocker(Executor pool, ManagedBlocker blocker) {}

    final <T extends Task<?>> T push(T task) {
      Objects.requireNonNull(task);
      if (!common) {
        boolean[] taken = new boolean[1];
        life.get()
            .add(
                "submit",
                () -> {
                  taken[0] = !shutdown;
                  if (!shutdown) {
                    unfinished.add(task);
                  }
                });
        if (!taken[0]) {
          throw new RejectedExecutionException();
        }
      }
      ((Task<?>) task).pool = this;
      started++;
      String name = "ForkJoinPool" + (common ? ".commonPool" : "") + "-worker-" + started;
      Threads.start(new Worker(this, name, () -> work(task)));
      return task;
    }

    private void work(Task<?> task) {
      if (parallelism != UNBOUNDED) {
        workers.get().await("take task", () -> working < parallelism, () -> working++);
      }
      task.runIfUnclaimed();
      if (parallelism != UNBOUNDED) {
        workers.get().change("end task", () -> working--);
      }
      if (!common) {
        life.get().add("finish", () -> unfinished.remove(task));
      }
    }

    /** Waits on a worker, which meanwhile does not count as one. */
    <T> T withoutWorker(java.util.function.Supplier<T> wait) {
      if (parallelism == UNBOUNDED) {
        return wait.get();
      }
      workers.get().change("compensate", () -> working--);
      T result = wait.get();
      workers.get().change("resume", () -> working++);
      return result;
    }

    /** {@link ForkJoinPool#managedBlock}. */
    public static void managedBlock(ManagedBlocker blocker) throws InterruptedException {
      Pool current = Task.getPool();
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
    public <T extends @Nullable Object> T invoke(Task<T> task) {
      return push(task).join();
    }

    /** {@link ForkJoinPool#execute(ForkJoinTask)}. */
    public void execute(Task<?> task) {
      push(task);
    }

    @Override
    public void execute(Runnable task) {
      push(asTask(task));
    }

    private static Task<?> asTask(Runnable runnable) {
      if (runnable instanceof Task<?> task) {
        return task;
      }
      Objects.requireNonNull(runnable);
      return Task.adapt(() -> runToTheEnd(runnable));
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
    public <T extends @Nullable Object> Task<T> submit(Task<T> task) {
      return push(task);
    }

    @Override
    public <T extends @Nullable Object> Task<T> submit(Callable<T> task) {
      return push(Task.adapt(task));
    }

    @Override
    public <T extends @Nullable Object> Task<T> submit(Runnable task, T result) {
      return push(Task.adapt(task, result));
    }

    @Override
    public Task<?> submit(Runnable task) {
      return push(task instanceof Task<?> known ? known : Task.adapt(task));
    }

    /** {@link ForkJoinPool#externalSubmit}. */
    public <T extends @Nullable Object> Task<T> externalSubmit(Task<T> task) {
      return push(task);
    }

    /** {@link ForkJoinPool#lazySubmit}. */
    public <T extends @Nullable Object> Task<T> lazySubmit(Task<T> task) {
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
      return new Adapted<>(callable);
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
    public <T extends @Nullable Object> Delayed<T> scheduleDelayedTask(Delayed<T> task) {
      task.arm();
      return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      Objects.requireNonNull(task);
      return this.<@Nullable Void>scheduleDelayedTask(
          new Delayed<@Nullable Void>(unit.toNanos(delay), 0, false, task, null, this));
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(
        Callable<V> task, long delay, TimeUnit unit) {
      Objects.requireNonNull(task);
      return scheduleDelayedTask(new Delayed<V>(unit.toNanos(delay), 0, false, null, task, this));
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
    public <V> Task<V> submitWithTimeout(
        Callable<V> task,
        long timeout,
        TimeUnit unit,
        java.util.function.Consumer<? super Task<V>> atTimeout) {
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
        life.get().change("shutdown", () -> shutdown = true);
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
      return shutdown;
    }

    private boolean isOver() {
      return shutdown && unfinished.isEmpty();
    }

    @Override
    public boolean isTerminated() {
      life.get().look("isTerminated");
      return isOver();
    }

    /** {@link ForkJoinPool#isTerminating}. */
    public boolean isTerminating() {
      life.get().look("isTerminating");
      return shutdown && !isOver();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      if (common) {
        throw unmodelled("awaitTermination of the common pool");
      }
      return life.get().await("awaitTermination", this::isOver, () -> {}, unit.toNanos(timeout));
    }

    /** {@link ForkJoinPool#awaitQuiescence}. */
    public boolean awaitQuiescence(long timeout, TimeUnit unit) {
      throw unmodelled("ForkJoinPool.awaitQuiescence");
    }

    @Override
    public void close() {
      if (!common) {
        shutdown();
        life.get().await("close", this::isOver, () -> {});
      }
    }

    @Override
    public String toString() {
      return "ForkJoinPool";
    }
  }
}

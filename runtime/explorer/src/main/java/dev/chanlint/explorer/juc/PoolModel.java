package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.hook.Threads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * {@link ThreadPoolExecutor}: its rules for when a task gets a new thread, waits in the queue or is
 * rejected, with a queue of its own that has the capacity of the one given. Idle threads above the
 * core end when their keep-alive time is up.
 */
public class PoolModel extends ThreadPoolExecutor {

  private static final RejectedExecutionHandler ABORT = new ThreadPoolExecutor.AbortPolicy();

  /** How many tasks are queued. */
  private final Stored queued = new Stored();

  /** How many threads there are. */
  private final Stored alive = new Stored();

  private final Stored shutdown = new Stored();

  /** How many tasks are to be handed in even after a shutdown. */
  private final Stored promised = new Stored();

  private final PerExecution<Counter> state =
      new PerExecution<>(
          e ->
              new Counter(e, "thread pool", "ThreadPoolExecutor idle")
                  .with(queued, 0)
                  .with(alive, 0)
                  .with(shutdown, 0)
                  .with(promised, 0));
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private final int capacity;
  private final ThreadFactory factory;
  private final RejectedExecutionHandler rejected;
  private int idle;
  private long completed;

  /** What becomes of a task that was handed in. */
  private enum Fate {
    START,
    QUEUE,
    REJECT
  }

  /** See {@link ThreadPoolExecutor}. */
  public PoolModel(
      int core, int max, long keepAlive, TimeUnit unit, BlockingQueue<Runnable> queue) {
    this(core, max, keepAlive, unit, queue, Pools.defaultThreadFactory(), ABORT);
  }

  /** See {@link ThreadPoolExecutor}. */
  public PoolModel(
      int core,
      int max,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory factory) {
    this(core, max, keepAlive, unit, queue, factory, ABORT);
  }

  /** See {@link ThreadPoolExecutor}. */
  public PoolModel(
      int core,
      int max,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      RejectedExecutionHandler rejected) {
    this(core, max, keepAlive, unit, queue, Pools.defaultThreadFactory(), rejected);
  }

  /** See {@link ThreadPoolExecutor}. */
  public PoolModel(
      int core,
      int max,
      long keepAlive,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory factory,
      RejectedExecutionHandler rejected) {
    super(core, max, keepAlive, unit, new LinkedBlockingQueue<>(), factory, rejected);
    this.capacity = capacity(queue);
    this.factory = factory;
    this.rejected = rejected;
  }

  private static int capacity(BlockingQueue<Runnable> queue) {
    if (queue instanceof SynchronousQueueModel) {
      return 0;
    }
    if (queue instanceof QueueModel<Runnable, ?> known) {
      return known.adopt();
    }
    String kind = queue.getClass().getSimpleName();
    throw unmodelled("a ThreadPoolExecutor on a " + kind);
  }

  static PoolModel fixed(int size, ThreadFactory factory) {
    return new PoolModel(
        size, size, 0, TimeUnit.NANOSECONDS, new LinkedQueueModel<>(), factory, ABORT);
  }

  /** As many threads as tasks. */
  static PoolModel cached(ThreadFactory factory) {
    return new PoolModel(
        0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueueModel<>(), factory, ABORT);
  }

  /** A thread for each task, which ends with it. */
  static PoolModel perTask(ThreadFactory factory) {
    return new PoolModel(
        0,
        Integer.MAX_VALUE,
        0,
        TimeUnit.NANOSECONDS,
        new SynchronousQueueModel<>(),
        factory,
        ABORT) {
      @Override
      boolean reusesThreads() {
        return false;
      }
    };
  }

  /** Whether a thread takes another task when it has done one. */
  boolean reusesThreads() {
    return true;
  }

  @Override
  public void execute(Runnable task) {
    if (task == null) {
      throw new NullPointerException();
    }
    handIn(task, false);
  }

  /** Hands in a task that was promised before a shutdown, or a new one. */
  final void handIn(Runnable task, boolean isPromised) {
    Fate[] fate = new Fate[1];
    state
        .get()
        .change(
            "execute",
            () -> {
              fate[0] = shutdown.is() && !isPromised ? Fate.REJECT : decide(task);
            });
    switch (fate[0]) {
      case START -> startWorker(task);
      case QUEUE -> {}
      case REJECT -> rejected.rejectedExecution(task, this);
    }
  }

  private Fate decide(Runnable task) {
    if (alive.get() < getCorePoolSize()) {
      alive.add(1);
      return Fate.START;
    }
    if (tasks.size() < (isHandOver() ? idle : capacity)) {
      tasks.add(task);
      queued.add(1);
      return Fate.QUEUE;
    }
    if (alive.get() < getMaximumPoolSize()) {
      alive.add(1);
      return Fate.START;
    }
    return Fate.REJECT;
  }

  /** Whether no task waits, but for threads that have none. */
  private boolean isHandOver() {
    return capacity == 0;
  }

  private void startWorker(Runnable first) {
    Thread thread = factory.newThread(() -> work(first));
    threads.add(thread);
    Threads.start(thread);
  }

  private void work(Runnable first) {
    Runnable task = first;
    while (task != null) {
      runOne(task);
      task = reusesThreads() ? next() : end();
    }
  }

  private void runOne(Runnable task) {
    Throwable thrown = null;
    beforeExecute(Threads.currentThread(), task);
    try {
      task.run();
    } catch (Throwable e) {
      thrown = e;
      retire();
      throw e;
    } finally {
      completed++;
      afterExecute(task, thrown);
    }
  }

  private @Nullable Runnable end() {
    retire();
    return null;
  }

  private void retire() {
    state.get().change("retire", () -> alive.add(-1));
  }

  /** The next task, or null if the thread is to end. */
  private @Nullable Runnable next() {
    @Nullable Runnable[] taken = new Runnable[1];
    boolean mayEnd = alive.get() > getCorePoolSize() || allowsCoreThreadTimeOut();
    long patience = mayEnd ? getKeepAliveTime(TimeUnit.NANOSECONDS) : Long.MAX_VALUE;
    becomeIdle();
    try {
      boolean inTime =
          state
              .get()
              .await(
                  "take task",
                  () -> queued.is() || shutdown.is(),
                  () -> taken[0] = takeOrEnd(),
                  patience);
      if (!inTime) {
        return leave();
      }
    } catch (InterruptedException e) {
      idle--;
      return next(); // as the JDK's worker does: an interrupt only makes it look again
    }
    return taken[0];
  }

  /**
   * Where a task that finds no idle thread may be rejected, becoming one is a step. Where it gets
   * another thread, nobody can tell but by which of them it is.
   */
  private void becomeIdle() {
    if (isHandOver() && getMaximumPoolSize() < Integer.MAX_VALUE) {
      state.get().change("idle", () -> idle++);
    } else {
      idle++;
    }
  }

  /** Ends an idle thread, unless a task came at the last moment. */
  private @Nullable Runnable leave() {
    @Nullable Runnable[] taken = new Runnable[1];
    state.get().change("leave", () -> taken[0] = takeOrEnd());
    return taken[0];
  }

  /** Of an idle thread: takes a task; if there is none, it is no longer one of the pool's. */
  private @Nullable Runnable takeOrEnd() {
    idle--;
    Runnable taken = tasks.poll();
    (taken == null ? alive : queued).add(-1);
    return taken;
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
    return new FutureModel<>(callable);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
    return new FutureModel<>(runnable, value);
  }

  @Override
  public void shutdown() {
    state.get().change("shutdown", () -> shutdown.set(true));
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> left = new ArrayList<>();
    state
        .get()
        .change(
            "shutdownNow",
            () -> {
              shutdown.set(true);
              left.addAll(tasks);
              tasks.clear();
              queued.set(0);
            });
    List.copyOf(threads).forEach(Threads::interrupt);
    return left;
  }

  @Override
  public boolean isShutdown() {
    state.get().look("isShutdown");
    return shutdown.is();
  }

  private boolean isOver() {
    return shutdown.is() && !alive.is() && !queued.is() && !promised.is();
  }

  /** Adds a task to those that will be handed in; false if it was shut down before. */
  final <T> boolean promise(List<T> tasksToCome, T task) {
    return state
        .get()
        .attempt(
            "schedule",
            () -> !shutdown.is(),
            () -> {
              tasksToCome.add(task);
              promised.set(tasksToCome.size());
            });
  }

  /** Removes a task from those that will be handed in. */
  final <T> void settle(String name, List<T> tasksToCome, T task) {
    state
        .get()
        .change(
            name,
            () -> {
              tasksToCome.remove(task);
              promised.set(tasksToCome.size());
            });
  }

  @Override
  public boolean isTerminated() {
    state.get().look("isTerminated");
    return isOver();
  }

  @Override
  public boolean isTerminating() {
    return isShutdown() && !isOver();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return state.get().await("awaitTermination", this::isOver, unit.toNanos(timeout));
  }

  @Override
  public void close() {
    shutdown();
    boolean interrupted = false;
    while (true) {
      try {
        state.get().await("close", this::isOver, Long.MAX_VALUE);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        shutdownNow();
      }
    }
    if (interrupted) {
      Threads.interrupt(Threads.currentThread());
    }
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> callables)
      throws InterruptedException, ExecutionException {
    return Invocations.any(this, callables);
  }

  @Override
  public <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Invocations.any(this, callables, unit.toNanos(timeout));
  }

  @Override
  public <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit)
      throws InterruptedException {
    return Invocations.all(this, callables, unit.toNanos(timeout));
  }

  @Override
  public boolean remove(Runnable task) {
    boolean[] removed = new boolean[1];
    state
        .get()
        .change(
            "remove",
            () -> {
              removed[0] = tasks.remove(task);
              queued.set(tasks.size());
            });
    return removed[0];
  }

  @Override
  public void purge() {
    throw unmodelled("ThreadPoolExecutor.purge");
  }

  @Override
  public BlockingQueue<Runnable> getQueue() {
    throw unmodelled("ThreadPoolExecutor.getQueue");
  }

  @Override
  public int getPoolSize() {
    state.get().look("getPoolSize");
    return (int) alive.get();
  }

  @Override
  public int getActiveCount() {
    state.get().look("getActiveCount");
    return (int) alive.get() - idle;
  }

  @Override
  public long getCompletedTaskCount() {
    state.get().look("getCompletedTaskCount");
    return completed;
  }

  @Override
  public long getTaskCount() {
    state.get().look("getTaskCount");
    return completed + queued.get() + alive.get() - idle;
  }

  @Override
  public String toString() {
    return "ThreadPoolExecutor";
  }
}

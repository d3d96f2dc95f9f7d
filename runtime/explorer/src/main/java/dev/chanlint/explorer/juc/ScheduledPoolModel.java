package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Clocks;
import dev.chanlint.explorer.operation.AlarmClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link ScheduledThreadPoolExecutor}, with its default policies: after a shutdown,
 * delayed tasks still run and periodic ones do not. An alarm hands each task to the threads when it
 * is due; a thread is made when the first is.
 */
public class ScheduledPoolModel extends PoolModel implements ScheduledExecutorService {

  private static final RejectedExecutionHandler ABORT = new ThreadPoolExecutor.AbortPolicy();

  private final List<Task<?>> waiting = new ArrayList<>();

  /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int)}. */
  public ScheduledPoolModel(int size) {
    this(size, Pools.defaultThreadFactory(), ABORT);
  }

  /** {@link ScheduledThreadPoolExecutor#ScheduledThreadPoolExecutor(int, ThreadFactory)}. */
  public ScheduledPoolModel(int size, ThreadFactory factory) {
    this(size, factory, ABORT);
  }

  /** As {@link ScheduledThreadPoolExecutor} has it. */
  public ScheduledPoolModel(int size, RejectedExecutionHandler rejected) {
    this(size, Pools.defaultThreadFactory(), rejected);
  }

  /** As {@link ScheduledThreadPoolExecutor} has it. */
  public ScheduledPoolModel(int size, ThreadFactory factory, RejectedExecutionHandler rejected) {
    super(
        size,
        Math.max(1, size),
        0,
        TimeUnit.NANOSECONDS,
        new LinkedQueueModel<>(),
        factory,
        rejected);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return schedule(Executors.callable(task), delay, unit);
  }

  @Override
  public <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> task, long delay, TimeUnit unit) {
    return arm(new Task<>(Objects.requireNonNull(task), unit.toNanos(delay), 0));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long delay, long period, TimeUnit unit) {
    return repeat(task, unit.toNanos(delay), unit.toNanos(period));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long delay, long pause, TimeUnit unit) {
    return repeat(task, unit.toNanos(delay), -unit.toNanos(pause));
  }

  private ScheduledFuture<?> repeat(Runnable task, long delay, long period) {
    Objects.requireNonNull(task);
    if (period == 0) {
      throw new IllegalArgumentException();
    }
    return arm(new Task<>(Executors.callable(task), delay, period));
  }

  private <V extends @Nullable Object> ScheduledFuture<V> arm(Task<V> task) {
    if (!promise(waiting, task)) {
      getRejectedExecutionHandler().rejectedExecution(task, this);
    } else if (task.delay > 0) {
      task.alarm.set(task.delay, 0);
    } else {
      handIn(task, true);
    }
    return task;
  }

  @Override
  public void execute(Runnable task) {
    schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public Future<?> submit(Runnable task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
    return schedule(Executors.callable(task, result), 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public void shutdown() {
    super.shutdown();
    for (Task<?> task : List.copyOf(waiting)) {
      if (task.isPeriodic()) {
        task.cancel(false);
      }
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> left = new ArrayList<>(super.shutdownNow());
    for (Task<?> task : List.copyOf(waiting)) {
      task.withdraw();
      left.add(task);
    }
    return left;
  }

  /** Not modelled. */
  public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
    if (value) {
      throw unmodelled(
          "ScheduledThreadPoolExecutor.setContinueExistingPeriodicTasksAfterShutdownPolicy");
    }
  }

  /** Always false. */
  public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
    return false;
  }

  /** Not modelled. */
  public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
    if (!value) {
      throw unmodelled(
          "ScheduledThreadPoolExecutor.setExecuteExistingDelayedTasksAfterShutdownPolicy");
    }
  }

  /** Always true. */
  public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
    return true;
  }

  /** Makes no difference: a cancelled task is removed. */
  public void setRemoveOnCancelPolicy(boolean value) {}

  /** Always true. */
  public boolean getRemoveOnCancelPolicy() {
    return true;
  }

  /** A task that waits for its time. */
  private final class Task<V extends @Nullable Object> extends FutureModel<V>
      implements RunnableScheduledFuture<V> {

    private final AlarmClock alarm;
    private final long period;
    private final long delay;
    private long due;

    /** A negative period is a pause after each run. */
    Task(Callable<V> body, long delay, long period) {
      super(body);
      this.period = period;
      this.delay = Math.max(0, delay);
      this.due = Clocks.nanoTime() + this.delay;
      this.alarm = new AlarmClock(Execution.require(), () -> handIn(this, true), time -> time);
    }

    @Override
    public void run() {
      if (!isPeriodic()) {
        settle("begin", waiting, this);
        super.run();
      } else if (runAndReset() && !isShutdown()) {
        long now = Clocks.nanoTime();
        due = period > 0 ? due + period : now - period;
        alarm.setAgain(Math.max(0, due - now));
      } else {
        settle("end", waiting, this);
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        withdraw();
      }
      return cancelled;
    }

    void withdraw() {
      alarm.stop();
      settle("withdraw", waiting, this);
    }

    @Override
    public boolean isPeriodic() {
      return period != 0;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - Clocks.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}

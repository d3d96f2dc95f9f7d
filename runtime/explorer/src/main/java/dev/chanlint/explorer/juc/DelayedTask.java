package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Clocks;
import dev.chanlint.explorer.operation.AlarmClock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the JDK's own code schedules; see {@link ForkJoinPoolModel#scheduleDelayedTask}. */
public final class DelayedTask<T extends @Nullable Object> extends ForkJoinTaskModel<T>
    implements ScheduledFuture<T> {

  private static final long serialVersionUID = 1L;

  private final transient AdaptedTask<T> task;
  private final long nanos;
  private final long due;
  private transient @Nullable AlarmClock alarm;

  /**
   * Makes one that is run once, after a delay in nanoseconds; either the runnable or the callable
   * is not null.
   */
  public DelayedTask(
      long nanos,
      long period,
      boolean immediate,
      @Nullable Runnable runnable,
      @Nullable Callable<? extends T> callable,
      ForkJoinPoolModel pool) {
    this.nanos = Math.max(0, nanos);
    this.due = Clocks.nanoTime() + this.nanos;
    this.task = new AdaptedTask<>(() -> call(runnable, callable));
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

  /** Sets its alarm. */
  void arm() {
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

package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Threads;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link FutureTask}. */
public class FutureModel<V> extends FutureTask<V> {

  private final Stored over = new Stored();

  /** Whether a thread runs it. */
  private final Stored begun = new Stored();

  private final PerExecution<Counter> state =
      new PerExecution<>(
          e -> new Counter(e, "FutureTask", "Future.get").with(over, 0).with(begun, 0));
  private final Callable<V> callable;
  private State now = State.RUNNING;
  private @Nullable V value;
  private @Nullable Throwable thrown;
  private @Nullable Thread runner;

  /** {@link FutureTask#FutureTask(Callable)}. */
  public FutureModel(Callable<V> callable) {
    super(callable);
    this.callable = callable;
  }

  /** {@link FutureTask#FutureTask(Runnable, Object)}. */
  public FutureModel(Runnable runnable, V result) {
    super(runnable, result);
    this.callable = Executors.callable(runnable, result);
  }

  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    V result;
    try {
      result = callable.call();
    } catch (Throwable e) {
      setException(e);
      return;
    }
    set(result);
  }

  @Override
  protected boolean runAndReset() {
    if (!begin()) {
      return false;
    }
    try {
      callable.call();
    } catch (Throwable e) {
      setException(e);
      return false;
    }
    return state.get().attempt("reset", () -> !isOver(), () -> runBy(null));
  }

  /** Makes the caller the one to run it; false if another is, or it is over. */
  private boolean begin() {
    Thread self = Threads.currentThread();
    return state.get().attempt("run", () -> !isOver() && !begun.is(), () -> runBy(self));
  }

  private void runBy(@Nullable Thread thread) {
    runner = thread;
    begun.set(thread != null);
  }

  @Override
  protected void set(V result) {
    complete(State.SUCCESS, result, null);
  }

  @Override
  protected void setException(Throwable cause) {
    complete(State.FAILED, null, cause);
  }

  private boolean complete(State end, @Nullable V result, @Nullable Throwable cause) {
    boolean first =
        state
            .get()
            .attempt(
                "complete",
                () -> !isOver(),
                () -> {
                  over.set(true);
                  now = end;
                  value = result;
                  thrown = cause;
                });
    if (first) {
      done();
    }
    return first;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = complete(State.CANCELLED, null, null);
    Thread running = runner;
    if (cancelled && mayInterruptIfRunning && running != null) {
      Threads.interrupt(running);
    }
    return cancelled;
  }

  private boolean isOver() {
    return over.is();
  }

  @Override
  public V get() throws InterruptedException, ExecutionException {
    state.get().await("get", this::isOver, Long.MAX_VALUE);
    return report();
  }

  @Override
  public V get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!state.get().await("get", this::isOver, unit.toNanos(timeout))) {
      throw new TimeoutException();
    }
    return report();
  }

  @SuppressWarnings("NullAway") // a future's value may be null, whatever V says
  private V report() throws ExecutionException {
    return switch (now) {
      case SUCCESS -> value;
      case CANCELLED -> throw new CancellationException();
      default -> throw new ExecutionException(thrown);
    };
  }

  @Override
  public boolean isDone() {
    state.get().look("isDone");
    return isOver();
  }

  @Override
  public boolean isCancelled() {
    state.get().look("isCancelled");
    return now == State.CANCELLED;
  }

  @Override
  public State state() {
    state.get().look("state");
    return now;
  }

  @Override
  @SuppressWarnings("NullAway") // as in report
  public V resultNow() {
    if (state() != State.SUCCESS) {
      throw new IllegalStateException("Task has not completed with a result");
    }
    return value;
  }

  @Override
  @SuppressWarnings("NullAway") // set when FAILED
  public Throwable exceptionNow() {
    if (state() != State.FAILED) {
      throw new IllegalStateException("Task has not completed with an exception");
    }
    return thrown;
  }

  @Override
  public String toString() {
    return "FutureTask[" + (Execution.current() == null ? "" : now) + "]";
  }
}

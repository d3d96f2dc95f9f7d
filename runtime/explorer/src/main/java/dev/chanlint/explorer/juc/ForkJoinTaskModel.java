package dev.chanlint.explorer.juc;

import static dev.chanlint.explorer.juc.Unmodelled.unmodelled;

import dev.chanlint.explorer.hook.Threads;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link ForkJoinTask}. Each task that is forked or submitted has a worker of its own,
 * which claims it unless someone who joins it has. In which order tasks are run is open.
 */
public abstract class ForkJoinTaskModel<V extends @Nullable Object>
    implements Future<V>, Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Stored over = new Stored();
  private final transient Stored claimed = new Stored();
  private final transient Stored tag = new Stored();
  private final transient PerExecution<Counter> counter =
      new PerExecution<>(
          e ->
              new Counter(e, "ForkJoinTask", "ForkJoinTask.join")
                  .with(over, 0)
                  .with(claimed, 0)
                  .with(tag, 0));

  private State now = State.RUNNING;
  private @Nullable Throwable thrown;
  transient @Nullable ForkJoinPoolModel pool;

  /** {@link ForkJoinTask#ForkJoinTask}. */
  public ForkJoinTaskModel() {}

  /** {@link ForkJoinTask#getRawResult}. */
  public abstract V getRawResult();

  /** {@link ForkJoinTask#setRawResult}. */
  protected abstract void setRawResult(V value);

  /** {@link ForkJoinTask#exec}. */
  protected abstract boolean exec();

  /** {@link ForkJoinTask#fork}. */
  public final ForkJoinTaskModel<V> fork() {
    ForkJoinPoolModel current = getPool();
    (current == null ? ForkJoinPoolModel.commonPool() : current).push(this);
    return this;
  }

  /** Makes the caller the one to run it; false if another is, or it is over. */
  private boolean claim(String why) {
    return counter.get().attempt(why, () -> !claimed.is() && !isOver(), () -> claimed.set(true));
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
              over.set(true);
              now = how;
              thrown = cause;
            });
  }

  private boolean isOver() {
    return over.is();
  }

  private void await() {
    ForkJoinPoolModel current = getPool();
    if (current == null) {
      counter.get().await("join", this::isOver);
    } else {
      current.withoutWorker(
          () -> {
            counter.get().await("join", this::isOver);
            return true;
          });
    }
  }

  private boolean await(long nanos) throws InterruptedException {
    return counter.get().await("get", this::isOver, nanos);
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
      ForkJoinTaskModel.<RuntimeException>rethrow(thrown);
    }
    return getRawResult();
  }

  @SuppressWarnings("unchecked") // the compiler is told that nothing checked is thrown
  private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
    throw (X) thrown;
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
  public static void invokeAll(ForkJoinTaskModel<?> one, ForkJoinTaskModel<?> other) {
    invokeAll(List.of(one, other));
  }

  /** {@link ForkJoinTask#invokeAll(ForkJoinTask...)}. */
  public static void invokeAll(ForkJoinTaskModel<?>... tasks) {
    invokeAll(Arrays.asList(tasks));
  }

  /** {@link ForkJoinTask#invokeAll(Collection)}. */
  public static <T extends ForkJoinTaskModel<?>> Collection<T> invokeAll(Collection<T> tasks) {
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
      throw new IllegalStateException("ForkJoinTaskModel completed with exception");
    }
    return getRawResult();
  }

  @Override
  public Throwable exceptionNow() {
    if (state() != State.FAILED) {
      throw new IllegalStateException("ForkJoinTaskModel completed with a result");
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
              over.set(false);
              claimed.set(false);
              thrown = null;
            });
  }

  /** {@link ForkJoinTask#tryUnfork}: whether nobody has begun it. */
  public boolean tryUnfork() {
    return claim("unfork") && unclaim();
  }

  private boolean unclaim() {
    pool = null;
    counter.get().change("unfork", () -> claimed.set(false));
    return true;
  }

  /** {@link ForkJoinTask#getPool}. */
  public static @Nullable ForkJoinPoolModel getPool() {
    return Threads.currentThread() instanceof ForkJoinWorkerThreadModel worker ? worker.pool : null;
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
  protected static @Nullable ForkJoinTaskModel<?> peekNextLocalTask() {
    throw unmodelled("ForkJoinTask.peekNextLocalTask");
  }

  /** {@link ForkJoinTask#pollNextLocalTask}. */
  protected static @Nullable ForkJoinTaskModel<?> pollNextLocalTask() {
    throw unmodelled("ForkJoinTask.pollNextLocalTask");
  }

  /** {@link ForkJoinTask#pollTask}. */
  protected static @Nullable ForkJoinTaskModel<?> pollTask() {
    throw unmodelled("ForkJoinTask.pollTask");
  }

  /** {@link ForkJoinTask#pollSubmission}. */
  protected static @Nullable ForkJoinTaskModel<?> pollSubmission() {
    throw unmodelled("ForkJoinTask.pollSubmission");
  }

  /** {@link ForkJoinTask#getForkJoinTaskTag}. */
  public final short getForkJoinTaskTag() {
    counter.get().look("tag");
    return (short) tag.get();
  }

  /** {@link ForkJoinTask#setForkJoinTaskTag}. */
  public final short setForkJoinTaskTag(short value) {
    short[] old = new short[1];
    counter
        .get()
        .change(
            "tag",
            () -> {
              old[0] = (short) tag.get();
              tag.set(value);
            });
    return old[0];
  }

  /** {@link ForkJoinTask#compareAndSetForkJoinTaskTag}. */
  public final boolean compareAndSetForkJoinTaskTag(short expected, short value) {
    return counter.get().attempt("tag", () -> tag.get() == expected, () -> tag.set(value));
  }

  /** {@link ForkJoinTask#adapt(Runnable)}. */
  public static ForkJoinTaskModel<?> adapt(Runnable runnable) {
    return ForkJoinTaskModel.<@Nullable Object>adapt(runnable, null);
  }

  /** {@link ForkJoinTask#adapt(Runnable, Object)}. */
  public static <T extends @Nullable Object> ForkJoinTaskModel<T> adapt(
      Runnable runnable, T result) {
    Objects.requireNonNull(runnable);
    return new AdaptedTask<>(
        () -> {
          runnable.run();
          return result;
        });
  }

  /** {@link ForkJoinTask#adapt(Callable)}. */
  public static <T extends @Nullable Object> ForkJoinTaskModel<T> adapt(
      Callable<? extends T> callable) {
    return new AdaptedTask<>(Objects.requireNonNull(callable));
  }

  /** {@link ForkJoinTask#adaptInterruptible(Callable)}. */
  public static <T> ForkJoinTaskModel<T> adaptInterruptible(Callable<? extends T> callable) {
    throw unmodelled("ForkJoinTask.adaptInterruptible");
  }

  /** {@link ForkJoinTask#adaptInterruptible(Runnable, Object)}. */
  public static <T> ForkJoinTaskModel<T> adaptInterruptible(Runnable runnable, T result) {
    throw unmodelled("ForkJoinTask.adaptInterruptible");
  }

  /** {@link ForkJoinTask#adaptInterruptible(Runnable)}. */
  public static ForkJoinTaskModel<?> adaptInterruptible(Runnable runnable) {
    throw unmodelled("ForkJoinTask.adaptInterruptible");
  }

  @Override
  public String toString() {
    return "ForkJoinTask";
  }
}

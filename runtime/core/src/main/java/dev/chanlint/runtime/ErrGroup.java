package dev.chanlint.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines that work on parts of one task, Go's {@code errgroup.Group}: waits for all, reports
 * the first exception, and cancels a context at it. What was done before {@link #go} happens before
 * the body starts, and what the bodies did happens before {@link #await} returns.
 */
public final class ErrGroup {

  private final WaitGroup running = new WaitGroup();
  private final Mutex mutex = new Mutex();
  private final @Nullable CancelContext context;
  private @Nullable Exception first;
  private @Nullable Chan<Unit> slots;

  /** Creates a group that cancels nothing, Go's zero {@code Group}. */
  public ErrGroup() {
    context = null;
  }

  /**
   * Creates a group that cancels a context at the first exception, and when {@link #await} returns,
   * Go's {@code errgroup.WithContext}.
   *
   * @param context the context
   */
  public ErrGroup(CancelContext context) {
    this.context = Objects.requireNonNull(context);
  }

  /**
   * Limits how many goroutines run at once, Go's {@code Group.SetLimit}; {@link #go} blocks at the
   * limit.
   *
   * @param n the limit; negative for none
   * @throws IllegalStateException if a goroutine of the group is running under an earlier limit
   */
  public void setLimit(int n) {
    mutex.lock();
    try {
      if (slots != null && slots.len() > 0) {
        throw new IllegalStateException(
            "errgroup: modify limit while "
                + slots.len()
                + " goroutines in the group are still active");
      }
      slots = n < 0 ? null : Chan.make(n);
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Starts a goroutine, Go's {@code Group.Go}; blocks while as many as the limit run.
   *
   * @param body what it runs; an exception that it throws is reported by {@link #await}
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits;
   *     nothing was started
   */
  public void go(Task body) {
    Objects.requireNonNull(body);
    Chan<Unit> slot = slots();
    if (slot != null) {
      slot.send(Unit.UNIT);
    }
    start(body, slot);
  }

  /**
   * Starts a goroutine, Go's {@code Group.TryGo}, unless as many as the limit run.
   *
   * @param body what it runs; an exception that it throws is reported by {@link #await}
   * @return whether it was started
   */
  public boolean tryGo(Task body) {
    Objects.requireNonNull(body);
    Chan<Unit> slot = slots();
    if (slot != null && !slot.trySend(Unit.UNIT)) {
      return false;
    }
    start(body, slot);
    return true;
  }

  private @Nullable Chan<Unit> slots() {
    mutex.lock();
    try {
      return slots;
    } finally {
      mutex.unlock();
    }
  }

  private void start(Task body, @Nullable Chan<Unit> slot) {
    running.go(
        () -> {
          try {
            body.run();
          } catch (Exception e) {
            fail(e);
          } finally {
            if (slot != null) {
              slot.tryReceive();
            }
          }
        });
  }

  private void fail(Exception e) {
    mutex.lock();
    try {
      if (first != null) {
        return;
      }
      first = e;
    } finally {
      mutex.unlock();
    }
    if (context != null) {
      context.cancel();
    }
  }

  /**
   * Waits until all goroutines of the group have ended, Go's {@code Group.Wait}.
   *
   * @throws Exception the first exception that one of them threw
   * @throws GoroutineInterruptedException if the thread is interrupted, before or while this waits
   */
  public void await() throws Exception {
    running.await();
    if (context != null) {
      context.cancel();
    }
    mutex.lock();
    try {
      if (first != null) {
        throw first;
      }
    } finally {
      mutex.unlock();
    }
  }
}

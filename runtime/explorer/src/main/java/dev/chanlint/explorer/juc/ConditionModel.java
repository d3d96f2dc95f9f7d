package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Clocks;
import dev.chanlint.explorer.hook.Ownable;
import dev.chanlint.explorer.hook.Waiting;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.Supplier;

/** A condition of a lock; waiters are signalled in the order in which they came. */
final class ConditionModel implements Condition {

  private final PerExecution<Waiting> waiting;

  ConditionModel(Supplier<Ownable> lock) {
    waiting = new PerExecution<>(e -> new Waiting(lock.get(), "Condition.await"));
  }

  @Override
  public void await() throws InterruptedException {
    waiting.get().await(Execution.self(), Long.MAX_VALUE, true);
  }

  @Override
  public void awaitUninterruptibly() {
    try {
      waiting.get().await(Execution.self(), Long.MAX_VALUE, false);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a wait that no interrupt ends was interrupted", e);
    }
  }

  @Override
  public long awaitNanos(long nanos) throws InterruptedException {
    long end = Clocks.nanoTime() + nanos;
    waiting.get().await(Execution.self(), Math.max(0, nanos), true);
    return end - Clocks.nanoTime();
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return waiting.get().await(Execution.self(), Math.max(0, unit.toNanos(time)), true);
  }

  @Override
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    return await(deadline.getTime() - Clocks.currentTimeMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void signal() {
    waiting.get().signal(Execution.self(), false);
  }

  @Override
  public void signalAll() {
    waiting.get().signalAll(Execution.self());
  }
}

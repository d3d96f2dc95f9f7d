package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.hook.Ownable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** {@link ReentrantLock}; fair or not, who gets a freed lock is open. */
public class LockModel extends ReentrantLock {

  private static final long serialVersionUID = 1L;

  private final transient PerExecution<Ownable> state =
      new PerExecution<>(e -> new Ownable(e, "ReentrantLock", "ReentrantLock.lock"));

  /** {@link ReentrantLock#ReentrantLock()}. */
  public LockModel() {}

  /** {@link ReentrantLock#ReentrantLock(boolean)}. */
  public LockModel(boolean fair) {
    super(fair);
  }

  @Override
  public void lock() {
    state.get().enter(Execution.self());
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    state.get().enter(Execution.self(), Long.MAX_VALUE);
  }

  @Override
  public boolean tryLock() {
    return state.get().tryEnter(Execution.self());
  }

  @Override
  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    return state.get().enter(Execution.self(), unit.toNanos(timeout));
  }

  @Override
  public void unlock() {
    Ownable held = state.get();
    if (!held.isHeldBy(Execution.self())) {
      throw new IllegalMonitorStateException();
    }
    held.exit(Execution.self());
  }

  @Override
  public Condition newCondition() {
    return new ConditionModel(state::get);
  }

  @Override
  public int getHoldCount() {
    return state.get().holds(Execution.self());
  }

  @Override
  public boolean isHeldByCurrentThread() {
    return state.get().isHeldBy(Execution.self());
  }

  @Override
  public boolean isLocked() {
    return Looks.at(state.get(), () -> !state.get().isFree());
  }

  @Override
  public String toString() {
    return "ReentrantLock";
  }
}

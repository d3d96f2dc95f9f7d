package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.hook.Clocks;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * {@link ReentrantReadWriteLock}; fair or not, who gets a freed lock is open, and a waiting writer
 * does not hold back readers.
 */
public class ReadWriteLockModel extends ReentrantReadWriteLock {

  private static final long serialVersionUID = 1L;

  /** How many goroutines read. */
  private final transient Stored reading = new Stored();

  private final transient Stored written = new Stored();
  private final transient PerExecution<Counter> state =
      new PerExecution<>(
          e ->
              new Counter(e, "ReentrantReadWriteLock", "ReentrantReadWriteLock")
                  .with(reading, 0)
                  .with(written, 0));
  private final transient Map<Goroutine, Integer> readers = new HashMap<>();
  private transient @Nullable Goroutine writer;
  private transient int writeHolds;
  private final transient ReadLock readLock = new Reading(this);
  private final transient WriteLock writeLock = new Writing(this);

  /** {@link ReentrantReadWriteLock#ReentrantReadWriteLock()}. */
  public ReadWriteLockModel() {}

  /** {@link ReentrantReadWriteLock#ReentrantReadWriteLock(boolean)}. */
  public ReadWriteLockModel(boolean fair) {
    super(fair);
  }

  @Override
  public ReadLock readLock() {
    return readLock;
  }

  @Override
  public WriteLock writeLock() {
    return writeLock;
  }

  private boolean mayRead(Goroutine self) {
    return !written.is() || writer == self;
  }

  private boolean mayWrite(Goroutine self) {
    return writer == self || !written.is() && !reading.is();
  }

  private void beginRead(Goroutine self) {
    readers.merge(self, 1, Integer::sum);
    reading.set(readers.size());
  }

  private void beginWrite(Goroutine self) {
    setWriter(self, writeHolds + 1);
  }

  private void setWriter(@Nullable Goroutine goroutine, int holds) {
    writer = goroutine;
    writeHolds = holds;
    written.set(goroutine != null);
  }

  private void endRead(Goroutine self) {
    if (!readers.containsKey(self)) {
      throw new IllegalMonitorStateException(
          "attempt to unlock read lock, not locked by current thread");
    }
    state
        .get()
        .change(
            "unlock",
            () -> {
              readers.computeIfPresent(self, (g, n) -> n == 1 ? null : n - 1);
              reading.set(readers.size());
            });
  }

  private void endWrite(Goroutine self) {
    if (writer != self) {
      throw new IllegalMonitorStateException();
    }
    state.get().change("unlock", () -> setWriter(writeHolds == 1 ? null : self, writeHolds - 1));
  }

  @Override
  public int getReadLockCount() {
    state.get().look("getReadLockCount");
    return readers.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public boolean isWriteLocked() {
    state.get().look("isWriteLocked");
    return writer != null;
  }

  @Override
  public boolean isWriteLockedByCurrentThread() {
    return writer == Execution.self();
  }

  @Override
  public int getWriteHoldCount() {
    return writer == Execution.self() ? writeHolds : 0;
  }

  @Override
  public int getReadHoldCount() {
    return readers.getOrDefault(Execution.self(), 0);
  }

  @Override
  public String toString() {
    return "ReentrantReadWriteLock";
  }

  /** The read side. */
  private static final class Reading extends ReadLock {

    private static final long serialVersionUID = 1L;

    private final transient ReadWriteLockModel lock;

    Reading(ReadWriteLockModel lock) {
      super(lock);
      this.lock = lock;
    }

    @Override
    public void lock() {
      Goroutine self = Execution.self();
      lock.state.get().await("lock", () -> lock.mayRead(self), () -> lock.beginRead(self));
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
      Goroutine self = Execution.self();
      return lock.state
          .get()
          .await(
              "lock", () -> lock.mayRead(self), () -> lock.beginRead(self), unit.toNanos(timeout));
    }

    @Override
    public boolean tryLock() {
      Goroutine self = Execution.self();
      return lock.state
          .get()
          .attempt("tryLock", () -> lock.mayRead(self), () -> lock.beginRead(self));
    }

    @Override
    public void unlock() {
      lock.endRead(Execution.self());
    }

    @Override
    public String toString() {
      return "ReadLock";
    }
  }

  /** The write side. */
  private static final class Writing extends WriteLock {

    private static final long serialVersionUID = 1L;

    private final transient ReadWriteLockModel lock;

    Writing(ReadWriteLockModel lock) {
      super(lock);
      this.lock = lock;
    }

    @Override
    public void lock() {
      Goroutine self = Execution.self();
      lock.state.get().await("lock", () -> lock.mayWrite(self), () -> lock.beginWrite(self));
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
      Goroutine self = Execution.self();
      return lock.state
          .get()
          .await(
              "lock",
              () -> lock.mayWrite(self),
              () -> lock.beginWrite(self),
              unit.toNanos(timeout));
    }

    @Override
    public boolean tryLock() {
      Goroutine self = Execution.self();
      return lock.state
          .get()
          .attempt("tryLock", () -> lock.mayWrite(self), () -> lock.beginWrite(self));
    }

    @Override
    public void unlock() {
      lock.endWrite(Execution.self());
    }

    @Override
    public Condition newCondition() {
      return new WriteCondition(lock);
    }

    @Override
    public boolean isHeldByCurrentThread() {
      return lock.isWriteLockedByCurrentThread();
    }

    @Override
    public int getHoldCount() {
      return lock.getWriteHoldCount();
    }

    @Override
    public String toString() {
      return "WriteLock";
    }
  }

  /** A condition of the write lock; waiters are signalled in the order in which they came. */
  private static final class WriteCondition implements Condition {

    private final ReadWriteLockModel lock;
    private final List<Waiter> waiters = new ArrayList<>();

    /** One wait. */
    private static final class Waiter {
      private final Stored signalled = Stored.now();
    }

    WriteCondition(ReadWriteLockModel lock) {
      this.lock = lock;
    }

    private void requireHeld() {
      if (lock.writer != Execution.self()) {
        throw new IllegalMonitorStateException();
      }
    }

    @Override
    public void await() throws InterruptedException {
      await(Long.MAX_VALUE);
    }

    @Override
    public void awaitUninterruptibly() {
      requireHeld();
      Goroutine self = Execution.self();
      int holds = lock.writeHolds;
      Waiter waiter = leave();
      lock.state
          .get()
          .await(
              "wake",
              () -> waiter.signalled.is() && lock.mayWrite(self),
              () -> lock.setWriter(self, holds));
    }

    /** Whether it was signalled in time. */
    private boolean await(long nanos) throws InterruptedException {
      requireHeld();
      Goroutine self = Execution.self();
      int holds = lock.writeHolds;
      Waiter waiter = leave();
      Runnable retake = () -> lock.setWriter(self, holds);
      boolean taken = false;
      try {
        taken =
            lock.state
                .get()
                .await("wake", () -> waiter.signalled.is() && lock.mayWrite(self), retake, nanos);
      } finally {
        if (!taken) {
          lock.state
              .get()
              .await(
                  "lock",
                  () -> lock.mayWrite(self),
                  () -> {
                    waiters.remove(waiter);
                    retake.run();
                  });
        }
      }
      return waiter.signalled.is();
    }

    private Waiter leave() {
      Waiter waiter = new Waiter();
      lock.state
          .get()
          .change(
              "wait",
              () -> {
                waiters.add(waiter);
                lock.setWriter(null, 0);
              });
      return waiter;
    }

    @Override
    public long awaitNanos(long nanos) throws InterruptedException {
      long end = Clocks.nanoTime() + nanos;
      await(Math.max(0, nanos));
      return end - Clocks.nanoTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
      return await(Math.max(0, unit.toNanos(time)));
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
      return await(deadline.getTime() - Clocks.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void signal() {
      wake("signal", 1);
    }

    @Override
    public void signalAll() {
      wake("signalAll", Integer.MAX_VALUE);
    }

    private void wake(String name, int most) {
      requireHeld();
      lock.state
          .get()
          .change(
              name,
              () -> {
                List<Waiter> woken = waiters.subList(0, Math.min(most, waiters.size()));
                woken.forEach(waiter -> waiter.signalled.set(true));
                woken.clear();
              });
    }
  }
}

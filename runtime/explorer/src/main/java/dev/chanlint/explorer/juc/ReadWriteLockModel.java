package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import java.util.HashMap;
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

  private final transient PerExecution<Counter> state =
      new PerExecution<>(e -> new Counter(e, "ReentrantReadWriteLock", "ReentrantReadWriteLock"));
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
    return writer == null || writer == self;
  }

  private boolean mayWrite(Goroutine self) {
    boolean othersRead = !readers.isEmpty();
    return writer == self || writer == null && !othersRead;
  }

  private void beginRead(Goroutine self) {
    readers.merge(self, 1, Integer::sum);
  }

  private void beginWrite(Goroutine self) {
    writer = self;
    writeHolds++;
  }

  private void endRead(Goroutine self) {
    if (!readers.containsKey(self)) {
      throw new IllegalMonitorStateException(
          "attempt to unlock read lock, not locked by current thread");
    }
    state
        .get()
        .change("unlock", () -> readers.computeIfPresent(self, (g, n) -> n == 1 ? null : n - 1));
  }

  private void endWrite(Goroutine self) {
    if (writer != self) {
      throw new IllegalMonitorStateException();
    }
    state
        .get()
        .change(
            "unlock",
            () -> {
              writeHolds--;
              writer = writeHolds == 0 ? null : self;
            });
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
      Execution.require().uncontrolled("uses WriteLock.newCondition, which is not modelled");
      throw new UnsupportedOperationException();
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
}

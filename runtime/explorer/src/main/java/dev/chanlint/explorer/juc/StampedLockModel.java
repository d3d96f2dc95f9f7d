package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Stands for {@link StampedLock}; who gets a freed lock is open. Stamps are the JDK's: a version
 * above seven bits for the readers and one for a writer.
 */
public class StampedLockModel {

  private static final int LG_READERS = 7;
  private static final long READER = 1;
  private static final long WRITER = 1L << LG_READERS;
  private static final long READERS = WRITER - 1;
  private static final long MODE = READERS | WRITER;
  private static final long MOST_READERS = READERS - 1;
  private static final long VERSION = ~READERS;
  private static final long ORIGIN = WRITER << 1;

  private final Stored stamp = new Stored();
  private final Stored readers = new Stored();
  private final PerExecution<Counter> state =
      new PerExecution<>(
          e -> new Counter(e, "StampedLock", "StampedLock").with(stamp, ORIGIN).with(readers, 0));

  /** {@link StampedLock#StampedLock()}. */
  public StampedLockModel() {}

  private boolean isFree() {
    return (stamp.get() & WRITER) == 0 && !readers.is();
  }

  private boolean isReadable() {
    return (stamp.get() & WRITER) == 0;
  }

  private void beginWrite() {
    stamp.add(WRITER);
  }

  private void endWrite() {
    stamp.add(WRITER);
    if (!stamp.is()) {
      stamp.set(ORIGIN);
    }
  }

  private long mode() {
    return stamp.get() | Math.min(readers.get(), MOST_READERS);
  }

  /** {@link StampedLock#writeLock}. */
  public long writeLock() {
    return await(true);
  }

  /** {@link StampedLock#readLock}. */
  public long readLock() {
    return await(false);
  }

  private long await(boolean write) {
    long[] got = new long[1];
    state
        .get()
        .await(
            write ? "writeLock" : "readLock",
            write ? this::isFree : this::isReadable,
            () -> got[0] = begin(write));
    return got[0];
  }

  /** Takes it; in a step. Returns the stamp. */
  private long begin(boolean write) {
    if (write) {
      beginWrite();
    } else {
      readers.add(1);
    }
    return mode();
  }

  /** {@link StampedLock#writeLockInterruptibly}. */
  public long writeLockInterruptibly() throws InterruptedException {
    return await(true, Long.MAX_VALUE);
  }

  /** {@link StampedLock#readLockInterruptibly}. */
  public long readLockInterruptibly() throws InterruptedException {
    return await(false, Long.MAX_VALUE);
  }

  /** {@link StampedLock#tryWriteLock(long, TimeUnit)}. */
  public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
    return await(true, unit.toNanos(time));
  }

  /** {@link StampedLock#tryReadLock(long, TimeUnit)}. */
  public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
    return await(false, unit.toNanos(time));
  }

  private long await(boolean write, long nanos) throws InterruptedException {
    long[] got = new long[1];
    state
        .get()
        .await(
            write ? "writeLock" : "readLock",
            write ? this::isFree : this::isReadable,
            () -> got[0] = begin(write),
            nanos);
    return got[0];
  }

  /** {@link StampedLock#tryWriteLock()}. */
  public long tryWriteLock() {
    long[] got = new long[1];
    state.get().attempt("tryWriteLock", this::isFree, () -> got[0] = begin(true));
    return got[0];
  }

  /** {@link StampedLock#tryReadLock()}. */
  public long tryReadLock() {
    long[] got = new long[1];
    state.get().attempt("tryReadLock", this::isReadable, () -> got[0] = begin(false));
    return got[0];
  }

  /** {@link StampedLock#tryOptimisticRead}. */
  public long tryOptimisticRead() {
    state.get().look("tryOptimisticRead");
    Memory.beginOptimistic(Execution.self());
    return isReadable() ? stamp.get() & VERSION : 0;
  }

  /** {@link StampedLock#validate}: reads before it happen before a write after it, if it holds. */
  public boolean validate(long given) {
    Goroutine self = Execution.self();
    boolean[] valid = new boolean[1];
    state
        .get()
        .lookBetween(
            "validate",
            () -> {
              valid[0] = given != 0 && isCurrent(given);
              Memory.endOptimistic(self, valid[0]);
            });
    return valid[0];
  }

  /** {@link StampedLock#unlockWrite}. */
  public void unlockWrite(long given) {
    require(tryUnlock("unlockWrite", () -> holdsWrite(given)));
  }

  /** {@link StampedLock#unlockRead}. */
  public void unlockRead(long given) {
    require(tryUnlock("unlockRead", () -> holdsRead(given)));
  }

  /** {@link StampedLock#unlock}. */
  public void unlock(long given) {
    require(tryUnlock("unlock", () -> holdsWrite(given) || holdsRead(given)));
  }

  /** {@link StampedLock#tryUnlockWrite}. */
  public boolean tryUnlockWrite() {
    return tryUnlock("tryUnlockWrite", () -> (stamp.get() & WRITER) != 0);
  }

  /** {@link StampedLock#tryUnlockRead}. */
  public boolean tryUnlockRead() {
    return tryUnlock("tryUnlockRead", () -> readers.is());
  }

  private boolean tryUnlock(String name, BooleanSupplier held) {
    return state
        .get()
        .attempt(
            name,
            held,
            () -> {
              if ((stamp.get() & WRITER) != 0) {
                endWrite();
              } else {
                readers.add(-1);
              }
            });
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalMonitorStateException();
    }
  }

  private boolean holdsWrite(long given) {
    return (given & MODE) == WRITER && given == stamp.get();
  }

  private boolean holdsRead(long given) {
    return isReadStamp(given) && readers.is() && isCurrent(given);
  }

  private boolean isCurrent(long given) {
    return (given & VERSION) == (stamp.get() & VERSION);
  }

  private static boolean isReadStamp(long given) {
    return (given & READERS) != 0;
  }

  /** {@link StampedLock#tryConvertToWriteLock}. */
  public long tryConvertToWriteLock(long given) {
    return convert("tryConvertToWriteLock", () -> toWrite(given));
  }

  /** Converts in one step; an optimistic read before it is valid if that succeeds. */
  private long convert(String name, LongSupplier conversion) {
    Goroutine self = Execution.self();
    long[] got = new long[1];
    state
        .get()
        .change(
            name,
            () -> {
              got[0] = conversion.getAsLong();
              Memory.endOptimistic(self, got[0] != 0);
            });
    return got[0];
  }

  private long toWrite(long given) {
    if (holdsWrite(given)) {
      return given;
    }
    boolean alone = readers.get() == (isReadStamp(given) ? READER : 0);
    if (!isCurrent(given) || (given & WRITER) != 0 || !alone || !isReadable()) {
      return 0;
    }
    readers.set(0);
    return begin(true);
  }

  /** {@link StampedLock#tryConvertToReadLock}. */
  public long tryConvertToReadLock(long given) {
    return convert("tryConvertToReadLock", () -> toRead(given));
  }

  private long toRead(long given) {
    if (holdsWrite(given)) {
      endWrite();
      return begin(false);
    }
    if (holdsRead(given)) {
      return given;
    }
    boolean optimistic = (given & MODE) == 0 && given != 0;
    return optimistic && isCurrent(given) && isReadable() ? begin(false) : 0;
  }

  /** {@link StampedLock#tryConvertToOptimisticRead}. */
  public long tryConvertToOptimisticRead(long given) {
    return convert("tryConvertToOptimisticRead", () -> toOptimistic(given));
  }

  private long toOptimistic(long given) {
    if (holdsWrite(given)) {
      endWrite();
    } else if (holdsRead(given)) {
      readers.add(-1);
    } else if ((given & MODE) != 0 || given == 0 || !isCurrent(given)) {
      return 0;
    }
    return stamp.get() & VERSION;
  }

  /** {@link StampedLock#isWriteLocked}. */
  public boolean isWriteLocked() {
    state.get().look("isWriteLocked");
    return (stamp.get() & WRITER) != 0;
  }

  /** {@link StampedLock#isReadLocked}. */
  public boolean isReadLocked() {
    return getReadLockCount() > 0;
  }

  /** {@link StampedLock#getReadLockCount}. */
  public int getReadLockCount() {
    state.get().look("getReadLockCount");
    return (int) readers.get();
  }

  /** {@link StampedLock#isWriteLockStamp}. */
  public static boolean isWriteLockStamp(long given) {
    return StampedLock.isWriteLockStamp(given);
  }

  /** {@link StampedLock#isReadLockStamp}. */
  public static boolean isReadLockStamp(long given) {
    return StampedLock.isReadLockStamp(given);
  }

  /** {@link StampedLock#isLockStamp}. */
  public static boolean isLockStamp(long given) {
    return StampedLock.isLockStamp(given);
  }

  /** {@link StampedLock#isOptimisticReadStamp}. */
  public static boolean isOptimisticReadStamp(long given) {
    return StampedLock.isOptimisticReadStamp(given);
  }

  /** {@link StampedLock#asReadLock}. */
  public Lock asReadLock() {
    return new View(false);
  }

  /** {@link StampedLock#asWriteLock}. */
  public Lock asWriteLock() {
    return new View(true);
  }

  /** {@link StampedLock#asReadWriteLock}. */
  public ReadWriteLock asReadWriteLock() {
    return new ReadWriteLock() {
      @Override
      public Lock readLock() {
        return asReadLock();
      }

      @Override
      public Lock writeLock() {
        return asWriteLock();
      }
    };
  }

  @Override
  public String toString() {
    return "StampedLock" + (Execution.current() == null ? "" : "[" + mode() + "]");
  }

  /** One of its modes as a plain lock, without stamps. */
  private final class View implements Lock {

    private final boolean write;

    View(boolean write) {
      this.write = write;
    }

    @Override
    public void lock() {
      await(write);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
      await(write, Long.MAX_VALUE);
    }

    @Override
    public boolean tryLock() {
      return (write ? tryWriteLock() : tryReadLock()) != 0;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
      return await(write, unit.toNanos(time)) != 0;
    }

    @Override
    public void unlock() {
      require(write ? tryUnlockWrite() : tryUnlockRead());
    }

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }
}

package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.RACE;

import java.util.concurrent.Phaser;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Synchronisers beyond locks and latches. */
final class SynchronizerPrograms {

  private static int count;

  private SynchronizerPrograms() {}

  private static void beside(Runnable one, Runnable other) throws InterruptedException {
    Thread thread = new Thread(one);
    thread.start();
    other.run();
    thread.join();
  }

  @Expect(outputs = "3 1")
  static void phaser() throws Exception {
    Phaser phaser = new Phaser(2);
    int[] parts = new int[2];
    beside(
        () -> {
          parts[0] = 1;
          phaser.arriveAndAwaitAdvance();
        },
        () -> {
          parts[1] = 2;
          phaser.arriveAndAwaitAdvance();
          System.out.print(parts[0] + parts[1]);
        });
    System.out.print(" " + phaser.getPhase());
  }

  @Expect(faults = DEADLOCK)
  static void phaserWithAMissingParty() {
    new Phaser(2).arriveAndAwaitAdvance();
  }

  @Expect(outputs = "true")
  static void phaserEnds() {
    Phaser phaser = new Phaser(1);
    phaser.register();
    phaser.arriveAndDeregister();
    phaser.arriveAndDeregister();
    System.out.print(phaser.isTerminated());
  }

  @Expect(outputs = "2")
  static void stampedWriters() throws Exception {
    StampedLock lock = new StampedLock();
    Runnable add =
        () -> {
          long stamp = lock.writeLock();
          count++;
          lock.unlockWrite(stamp);
        };
    beside(add, add);
    System.out.print(count);
  }

  @Expect(faults = RACE)
  static void stampedReadersDoNotExclude() throws Exception {
    StampedLock lock = new StampedLock();
    Runnable add =
        () -> {
          long stamp = lock.readLock();
          count++;
          lock.unlockRead(stamp);
        };
    beside(add, add);
  }

  @Expect(faults = DEADLOCK)
  static void stampedLockIsNotReentrant() {
    StampedLock lock = new StampedLock();
    lock.writeLock();
    lock.writeLock();
  }

  private static final class Point {
    private final StampedLock lock = new StampedLock();
    private int x;
    private int y;

    void move(int by) {
      long stamp = lock.writeLock();
      try {
        x += by;
        y += by;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    boolean isOnDiagonal() {
      long stamp = lock.tryOptimisticRead();
      int currentX = x;
      int currentY = y;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        try {
          currentX = x;
          currentY = y;
        } finally {
          lock.unlockRead(stamp);
        }
      }
      return currentX == currentY;
    }
  }

  /** What is read in vain is no race. */
  @Expect(outputs = "true")
  static void optimisticRead() throws Exception {
    Point point = new Point();
    beside(() -> point.move(1), () -> System.out.print(point.isOnDiagonal()));
  }

  @Expect(faults = RACE)
  static void optimisticReadBesideAWriteWithoutLock() throws Exception {
    Point point = new Point();
    beside(() -> point.x = 1, () -> System.out.append(point.isOnDiagonal() ? "" : ""));
  }

  @Expect(outputs = "true false")
  static void stampsConvert() {
    StampedLock lock = new StampedLock();
    long stamp = lock.readLock();
    stamp = lock.tryConvertToWriteLock(stamp);
    System.out.print(lock.isWriteLocked());
    stamp = lock.tryConvertToReadLock(stamp);
    lock.unlock(stamp);
    System.out.print(" " + lock.isReadLocked());
  }

  @Expect(outputs = "1")
  static void conditionOfAWriteLock() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Condition changed = lock.writeLock().newCondition();
    Thread thread =
        new Thread(
            () -> {
              lock.writeLock().lock();
              count = 1;
              changed.signalAll();
              lock.writeLock().unlock();
            });
    thread.start();
    lock.writeLock().lock();
    while (count == 0) {
      changed.await();
    }
    System.out.print(count);
    lock.writeLock().unlock();
    thread.join();
  }

  @Expect(outputs = "timed out")
  static void parkWithATimeout() {
    LockSupport.parkNanos(1000);
    System.out.print("timed out");
  }

  /** A lock of our own, and its condition. */
  private static final class Own extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int arg) {
      if (compareAndSetState(0, 1)) {
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
      }
      return false;
    }

    @Override
    protected boolean tryRelease(int arg) {
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }

    @Override
    protected boolean isHeldExclusively() {
      return getExclusiveOwnerThread() == Thread.currentThread();
    }

    Condition condition() {
      return new ConditionObject();
    }
  }

  @Expect(outputs = "2")
  static void ownLock() throws Exception {
    Own lock = new Own();
    Runnable add =
        () -> {
          lock.acquire(1);
          count++;
          lock.release(1);
        };
    beside(add, add);
    System.out.print(count);
  }

  @Expect(outputs = {"1", "2"})
  static void ownLockThatIsTried() throws Exception {
    Own lock = new Own();
    Runnable add =
        () -> {
          if (lock.tryAcquire(1)) {
            count++;
            lock.release(1);
          }
        };
    beside(add, add);
    System.out.print(count);
  }

  @Expect(faults = DEADLOCK)
  static void ownLockThatIsNotFreed() throws Exception {
    Own lock = new Own();
    Runnable take = () -> lock.acquire(1);
    beside(take, take);
  }

  @Expect(faults = DEADLOCK)
  static void ownConditionThatNobodySignals() throws Exception {
    Own lock = new Own();
    lock.acquire(1);
    lock.condition().await();
  }

  /** A gate of our own, which opens once. */
  private static final class Gate extends AbstractQueuedLongSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected long tryAcquireShared(long arg) {
      return getState() == 0 ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(long arg) {
      setState(1);
      return true;
    }
  }

  @Expect(outputs = "1")
  static void ownGate() throws Exception {
    Gate gate = new Gate();
    beside(
        () -> {
          count = 1;
          gate.releaseShared(1);
        },
        () -> {
          gate.acquireShared(1);
          System.out.print(count);
        });
  }

  @Expect(faults = RACE)
  static void ownGateThatNobodyWaitsAt() throws Exception {
    Gate gate = new Gate();
    beside(
        () -> {
          count = 1;
          gate.releaseShared(1);
        },
        () -> System.out.append(count == 0 ? "" : ""));
  }
}

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;

/**
 * A lock that many readers or one writer hold. A writer first announces itself, which holds back
 * new readers and other writers, and then waits for the readers that are in: two steps, as in Go.
 */
public final class ReadWriteExclusion extends Resource {

  private static final String WRITE_STATE = "sync.RWMutex.Lock";
  private static final String READ_STATE = "sync.RWMutex.RLock";

  private final int readersCell;
  private final VectorClock writes = new VectorClock();
  private final VectorClock reads = new VectorClock();
  private boolean announced;
  private boolean writing;
  private int readers;

  /** Makes one that is free. */
  public ReadWriteExclusion(Execution execution) {
    super(execution, "RWMutex");
    readersCell = execution.newCell();
  }

  /**
   * Locks it for writing.
   *
   * @return the alternative of {@link Action} that was taken
   */
  public int lock(long deadline) {
    int announcing =
        new Action(WRITE_STATE, "wait to lock", this)
            .writing(cell())
            .when(() -> !announced)
            .changingIf(() -> false)
            .then(() -> announced = true)
            .until(deadline)
            .interruptible()
            .perform();
    return announcing == Action.DONE ? lockAnnounced(deadline) : announcing;
  }

  private int lockAnnounced(long deadline) {
    Action lock = new Action(WRITE_STATE, "lock", this);
    return lock.touching(f -> f.writes(cell()).writes(readersCell))
        .when(() -> readers == 0)
        .changingIf(() -> false)
        .then(
            () -> {
              writing = true;
              lock.goroutine().acquire(writes);
              lock.goroutine().acquire(reads);
            })
        .orElse(() -> announced = false)
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Locks it for writing if it is free. */
  public boolean tryLock() {
    boolean[] result = new boolean[1];
    Action lock = new Action("running", "tryLock", this);
    lock.touching(f -> touchTry(f, announced || readers > 0))
        .changingIf(() -> !announced && readers == 0)
        .then(
            () -> {
              if (!announced && readers == 0) {
                result[0] = true;
                announced = true;
                writing = true;
                lock.goroutine().acquire(writes);
                lock.goroutine().acquire(reads);
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Unlocks it from writing.
   *
   * @return false if it was not locked for writing
   */
  public boolean unlock() {
    boolean[] result = new boolean[1];
    Action unlock = new Action("running", "unlock", this).writing(cell());
    unlock
        .changingIf(() -> false)
        .then(
            () -> {
              result[0] = writing;
              if (writing) {
                writing = false;
                announced = false;
                unlock.goroutine().release(writes);
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Locks it for reading.
   *
   * @return the alternative of {@link Action} that was taken
   */
  public int rLock(long deadline) {
    Action lock = new Action(READ_STATE, "rLock", this);
    return lock.touching(f -> f.reads(cell()).adds(readersCell))
        .when(() -> !announced)
        .changingIf(() -> false)
        .then(
            () -> {
              readers++;
              lock.goroutine().acquire(writes);
            })
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Locks it for reading if no writer has it or waits for it. */
  public boolean tryRLock() {
    boolean[] result = new boolean[1];
    Action lock = new Action("running", "tryRLock", this);
    lock.touching(
            f -> {
              f.reads(cell());
              if (!announced) {
                f.adds(readersCell);
              }
            })
        .changingIf(() -> !announced)
        .then(
            () -> {
              if (!announced) {
                result[0] = true;
                readers++;
                lock.goroutine().acquire(writes);
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Undoes one lock for reading.
   *
   * @return false if no reader had it
   */
  public boolean rUnlock() {
    boolean[] result = new boolean[1];
    Action unlock = new Action("running", "rUnlock", this);
    unlock
        .touching(this::touchRUnlock)
        .changingIf(() -> false)
        .then(
            () -> {
              result[0] = readers > 0;
              if (readers > 0) {
                readers--;
                unlock.goroutine().release(reads);
              }
            })
        .perform();
    return result[0];
  }

  /** Two of them commute as long as there are readers for both. */
  private void touchRUnlock(Footprint into) {
    if (readers > 1) {
      into.adds(readersCell);
    } else {
      into.writes(readersCell);
    }
  }

  private void touchTry(Footprint into, boolean fails) {
    if (fails) {
      into.reads(cell()).reads(readersCell);
    } else {
      into.writes(cell()).writes(readersCell);
    }
  }
}

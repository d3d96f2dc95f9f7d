package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.HashMap;
import java.util.Map;

/**
 * A lock that many readers or one writer hold. A writer first announces itself, which holds back
 * new readers and other writers, and then waits for the readers that are in: two steps, as in Go.
 *
 * <p>Readers come and go without order among themselves, as long as each undoes its own lock. Once
 * a goroutine has undone another's, which of them have come may decide whether one can go, so then
 * their order counts.
 */
public final class ReadWriteExclusion extends Resource {

  private static final String WRITE_STATE = "sync.RWMutex.Lock";
  private static final String READ_STATE = "sync.RWMutex.RLock";

  private static final long FREE = 0;
  private static final long ANNOUNCED = 1;
  private static final long WRITING = 2;

  private final Store store;
  private final int readersCell;
  private final int handedOverCell;
  private final Map<Goroutine, Integer> holds = new HashMap<>();
  private final VectorClock writes = new VectorClock();
  private final VectorClock reads = new VectorClock();

  /** Makes one that is free. */
  public ReadWriteExclusion(Execution execution) {
    super(execution, "RWMutex");
    store = execution.store();
    readersCell = execution.newCell();
    handedOverCell = execution.newCell();
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
            .when(() -> !isAnnounced())
            .foreseeable()
            .changingIf(() -> false)
            .then(() -> store.set(cell(), ANNOUNCED))
            .until(deadline)
            .interruptible()
            .perform();
    return announcing == Action.DONE ? lockAnnounced(deadline) : announcing;
  }

  private int lockAnnounced(long deadline) {
    Action lock = new Action(WRITE_STATE, "lock", this);
    return lock.touching(f -> f.writes(cell()).writes(readersCell))
        .when(() -> readers() == 0)
        .foreseeable()
        .changingIf(() -> false)
        .then(() -> take(lock.goroutine()))
        .orElse(() -> store.set(cell(), FREE))
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Locks it for writing if it is free. */
  public boolean tryLock() {
    boolean[] result = new boolean[1];
    Action lock = new Action("running", "tryLock", this);
    lock.touching(this::touchTry)
        .foreseeable()
        .changingIf(this::isFree)
        .then(
            () -> {
              result[0] = isFree();
              if (result[0]) {
                take(lock.goroutine());
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
              result[0] = store.get(cell()) == WRITING;
              if (result[0]) {
                store.set(cell(), FREE);
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
        .when(() -> !isAnnounced())
        .foreseeable()
        .changingIf(() -> false)
        .then(() -> enter(lock.goroutine()))
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
              if (!isAnnounced()) {
                f.adds(readersCell);
              }
            })
        .foreseeable()
        .changingIf(() -> !isAnnounced())
        .then(
            () -> {
              result[0] = !isAnnounced();
              if (result[0]) {
                enter(lock.goroutine());
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
    boolean own = holds.getOrDefault(Execution.self(), 0) > 0;
    Action unlock = new Action("running", "rUnlock", this);
    unlock
        .touching(f -> touchRUnlock(f, own))
        .foreseeable()
        .changingIf(() -> false)
        .then(
            () -> {
              result[0] = readers() > 0;
              store.set(handedOverCell, store.is(handedOverCell) || !own);
              if (result[0]) {
                store.add(readersCell, -1);
                holds.merge(unlock.goroutine(), -1, Integer::sum);
                unlock.goroutine().release(reads);
              }
            })
        .perform();
    return result[0];
  }

  private boolean isAnnounced() {
    return store.get(cell()) != FREE;
  }

  private boolean isFree() {
    return !isAnnounced() && readers() == 0;
  }

  private long readers() {
    return store.get(readersCell);
  }

  private void take(Goroutine writer) {
    store.set(cell(), WRITING);
    writer.acquire(writes);
    writer.acquire(reads);
  }

  private void enter(Goroutine reader) {
    store.add(readersCell, 1);
    holds.merge(reader, 1, Integer::sum);
    reader.acquire(writes);
  }

  private void touchRUnlock(Footprint into, boolean own) {
    if (own && !store.is(handedOverCell)) {
      into.adds(readersCell);
    } else {
      into.writes(readersCell);
    }
  }

  private void touchTry(Footprint into) {
    if (isFree()) {
      into.writes(cell()).writes(readersCell);
    } else {
      into.reads(cell()).reads(readersCell);
    }
  }
}

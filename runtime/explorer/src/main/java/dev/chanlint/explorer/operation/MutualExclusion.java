package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;

/** A lock that one holds at a time, without an owner. */
public final class MutualExclusion extends Resource {

  private final String state;
  private final Store store;
  private final VectorClock released = new VectorClock();

  /**
   * Makes one that is free.
   *
   * @param kind what a witness calls it
   * @param state Go's word for waiting to lock it
   */
  public MutualExclusion(Execution execution, String kind, String state) {
    super(execution, kind);
    this.store = execution.store();
    this.state = state;
  }

  /**
   * Locks it; waits until it is free.
   *
   * @param deadline when to give up, in virtual time; {@link Action#NEVER} for not at all
   * @return the alternative of {@link Action} that was taken
   */
  public int lock(long deadline) {
    Action lock = new Action(state, "lock", this).writing(cell());
    return lock.when(() -> !isHeld())
        .foreseeable()
        .changingIf(() -> false)
        .then(() -> take(lock.goroutine()))
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Locks it if it is free. */
  public boolean tryLock() {
    boolean[] result = new boolean[1];
    Action lock = new Action("running", "tryLock", this);
    lock.touching(this::touchTry)
        .foreseeable()
        .changingIf(() -> !isHeld())
        .then(
            () -> {
              result[0] = !isHeld();
              if (!isHeld()) {
                take(lock.goroutine());
              }
            })
        .perform();
    return result[0];
  }

  /**
   * Unlocks it.
   *
   * @return false if it was not locked
   */
  public boolean unlock() {
    boolean[] result = new boolean[1];
    Action unlock = new Action("running", "unlock", this).writing(cell());
    unlock
        .changingIf(() -> false)
        .then(
            () -> {
              result[0] = isHeld();
              if (isHeld()) {
                store.set(cell(), false);
                unlock.goroutine().release(released);
              }
            })
        .perform();
    return result[0];
  }

  private boolean isHeld() {
    return store.is(cell());
  }

  private void take(Goroutine by) {
    store.set(cell(), true);
    by.acquire(released);
  }

  private void touchTry(Footprint into) {
    if (isHeld()) {
      into.reads(cell());
    } else {
      into.writes(cell());
    }
  }
}

package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;

/** A lock that one holds at a time, without an owner. */
public final class MutualExclusion extends Resource {

  private final String state;
  private final VectorClock released = new VectorClock();
  private boolean held;

  /**
   * Makes one that is free.
   *
   * @param kind what a witness calls it
   * @param state Go's word for waiting to lock it
   */
  public MutualExclusion(Execution execution, String kind, String state) {
    super(execution, kind);
    this.state = state;
  }

  /**
   * Locks it; waits until it is free.
   *
   * @param deadline when to give up, in virtual time; {@link Action#NEVER} for not at all
   * @return the alternative of {@link Action} that was taken
   */
  public int lock(long deadline) {
    Action lock = new Action(state, "lock", this).acquiring(cell());
    return lock.when(() -> !held)
        .changingIf(() -> false)
        .then(
            () -> {
              held = true;
              lock.goroutine().acquire(released);
            })
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Locks it if it is free. */
  public boolean tryLock() {
    boolean[] result = new boolean[1];
    Action lock = new Action("running", "tryLock", this);
    lock.touching(this::touchTry)
        .changingIf(() -> !held)
        .then(
            () -> {
              result[0] = !held;
              if (!held) {
                held = true;
                lock.goroutine().acquire(released);
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
    Action unlock = new Action("running", "unlock", this).touching(this::touchUnlock);
    unlock
        .changingIf(() -> false)
        .then(
            () -> {
              result[0] = held;
              if (held) {
                held = false;
                unlock.goroutine().release(released);
              }
            })
        .perform();
    return result[0];
  }

  private void touchUnlock(Footprint into) {
    if (held) {
      into.releases(cell());
    } else {
      into.writes(cell());
    }
  }

  private void touchTry(Footprint into) {
    if (held) {
      into.reads(cell());
    } else {
      into.writes(cell());
    }
  }
}

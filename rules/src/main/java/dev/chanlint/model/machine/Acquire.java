package dev.chanlint.model.machine;

import dev.chanlint.model.code.Position;

/** The acquisition of a lock. */
public final class Acquire extends Pending {

  private final Machine machine;
  private final Goroutine by;
  private final Thing lock;
  private final LockFacet facet;
  private final boolean shared;
  private final Value result;
  private boolean queued;

  /**
   * An acquisition.
   *
   * @param machine the machine
   * @param by who
   * @param lock the lock object
   * @param facet its state
   * @param shared whether for reading
   * @param at where
   */
  public Acquire(
      Machine machine, Goroutine by, Thing lock, LockFacet facet, boolean shared, Position at) {
    this(machine, by, lock, facet, shared, at, Value.NULL);
  }

  /**
   * An acquisition that tells something.
   *
   * @param machine the machine
   * @param by who
   * @param lock the lock object
   * @param facet its state
   * @param shared whether for reading
   * @param at where
   * @param result what the call gives once the lock is taken
   */
  public Acquire(
      Machine machine,
      Goroutine by,
      Thing lock,
      LockFacet facet,
      boolean shared,
      Position at,
      Value result) {
    super(shared ? Operation.READ_LOCK : Operation.LOCK, lock, at);
    this.machine = machine;
    this.by = by;
    this.lock = lock;
    this.facet = facet;
    this.shared = shared;
    this.result = result;
  }

  /**
   * The state of the lock.
   *
   * @return its facet
   */
  public LockFacet facet() {
    return facet;
  }

  @Override
  public boolean isReady() {
    return queued && facet.writer() == null
        ? facet.readers().isEmpty()
        : facet.isAvailable(by, shared);
  }

  @Override
  public void park() {
    if (!shared) {
      queued = true;
      facet.writerWaits();
    }
  }

  @Override
  public void perform() {
    if (queued) {
      queued = false;
      facet.writerWaitsNoMore();
    }
    take(machine, by, lock, facet, shared, at());
    machine.deliver(by, result);
  }

  @Override
  public void force() {
    perform();
  }

  /**
   * Takes a lock that is free.
   *
   * @param machine the machine
   * @param by who
   * @param lock the lock object
   * @param facet its state
   * @param shared whether for reading
   * @param at where
   */
  public static void take(
      Machine machine, Goroutine by, Thing lock, LockFacet facet, boolean shared, Position at) {
    facet.acquire(by, shared);
    Frame.Code code = by.innermost();
    Frame frame = code == null ? by.frames.getLast() : code;
    by.holds.add(new Hold(lock, facet, shared, at, frame, false));
    machine.note(by, shared ? Operation.READ_LOCK : Operation.LOCK, lock, at);
  }

  /**
   * Gives a lock back.
   *
   * @param machine the machine
   * @param by who
   * @param lock the lock object
   * @param facet its state
   * @param shared whether it was for reading
   * @param at where
   * @return false if it was not held
   */
  public static boolean release(
      Machine machine, Goroutine by, Thing lock, LockFacet facet, boolean shared, Position at) {
    machine.note(by, Operation.UNLOCK, lock, at);
    if (!facet.release(by, shared)) {
      return false;
    }
    if (!forget(by, facet, shared)) {
      for (Goroutine other : machine.goroutines()) {
        if (forget(other, facet, shared)) {
          break;
        }
      }
    }
    return true;
  }

  private static boolean forget(Goroutine holder, LockFacet facet, boolean shared) {
    for (int n = holder.holds.size() - 1; n >= 0; n--) {
      Hold hold = holder.holds.get(n);
      if (hold.facet() == facet && hold.shared() == shared) {
        holder.holds.remove(n);
        return true;
      }
    }
    return false;
  }
}

package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.ArrayList;
import java.util.List;

/**
 * The goroutines that wait at a condition of a lock: of a monitor, or a {@code Condition}. Waiting
 * is two steps: one frees the lock and joins the waiters, the other, once notified, takes the lock
 * again. Spurious wake-ups are not explored.
 */
public final class Waiting {

  private static final int NOTIFIED = 0;
  private static final int INTERRUPTED = 1;
  private static final int TIME_UP = 2;

  private final Ownable lock;
  private final String state;
  private final List<Waiter> waiters = new ArrayList<>();

  /** Makes one for a lock; {@code state} is that of a goroutine that waits. */
  public Waiting(Ownable lock, String state) {
    this.lock = lock;
    this.state = state;
  }

  /** How many wait. */
  public int size() {
    return waiters.size();
  }

  /**
   * Waits until notified, interrupted, or the time is up.
   *
   * @param nanos how long; {@link Long#MAX_VALUE} for ever
   * @param interruptible whether an interrupt ends it
   * @return whether it was notified
   * @throws InterruptedException if interrupted; the lock is held again
   */
  public boolean await(Goroutine self, long nanos, boolean interruptible)
      throws InterruptedException {
    requireHeld(self);
    JavaThread thread = JavaThread.of(self);
    long deadline = nanos == Long.MAX_VALUE ? Step.NEVER : self.execution().arm(nanos);
    Leave leave = new Leave(thread, interruptible);
    self.execution().perform(leave);
    if (leave.chosen() == Leave.INTERRUPTED) {
      throw thread.answerInterrupt();
    }
    Waiter waiter = new Waiter(thread, leave.holds, deadline, interruptible);
    waiters.add(waiter);
    self.execution().perform(waiter);
    if (waiter.chosen() == INTERRUPTED) {
      throw thread.answerInterrupt();
    }
    return waiter.chosen() == NOTIFIED;
  }

  /**
   * Wakes one waiter.
   *
   * @param anyOfThem whether which one is open, rather than the one who waits longest
   */
  public void signal(Goroutine self, boolean anyOfThem) {
    requireHeld(self);
    if (!waiters.isEmpty()) {
      self.execution().perform(new Notify(anyOfThem));
    } else {
      self.execution().perform(new NotifyNobody());
    }
  }

  /** Wakes every waiter. */
  public void signalAll(Goroutine self) {
    requireHeld(self);
    self.execution().perform(new NotifyAll());
  }

  private void requireHeld(Goroutine self) {
    if (!lock.isHeldBy(self)) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  private void wake(Goroutine by, Waiter waiter) {
    waiters.remove(waiter);
    by.execution().store().set(waiter.notified, true);
    by.release(waiter.clock);
  }

  /** Frees the lock, unless interrupted. */
  private final class Leave extends Step {

    /** The alternative taken on an interrupt. */
    static final int INTERRUPTED = 1;

    private final JavaThread thread;
    private final boolean interruptible;
    private int holds;

    Leave(JavaThread thread, boolean interruptible) {
      super("wait", lock, "running");
      this.thread = thread;
      this.interruptible = interruptible;
    }

    @Override
    protected boolean looksForInterruptFirst() {
      return interruptible;
    }

    @Override
    public int alternatives() {
      return interruptible ? 2 : 1;
    }

    @Override
    public boolean enabled(int alternative) {
      return alternative == INTERRUPTED ? thread.isInterrupted() : !isInterruptedFirst();
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      if (alternative == INTERRUPTED) {
        touchInterrupt(true, into);
        return;
      }
      into.writes(lock.cell());
      if (interruptible) {
        touchInterrupt(false, into);
      }
    }

    @Override
    public void execute(int alternative) {
      if (alternative == INTERRUPTED) {
        thread.acquireInterrupt();
      } else {
        holds = lock.free(goroutine());
      }
    }
  }

  /** Takes the lock again when the wait is over. */
  private final class Waiter extends Step {

    private final JavaThread thread;
    private final int holds;
    private final long deadline;
    private final boolean interruptible;
    private final VectorClock clock = new VectorClock();

    /** The cell of whether it was notified. */
    private final int notified;

    Waiter(JavaThread thread, int holds, long deadline, boolean interruptible) {
      super("wake", lock, state);
      this.thread = thread;
      this.holds = holds;
      this.deadline = deadline;
      this.interruptible = interruptible;
      this.notified = Execution.require().newCell();
    }

    private boolean isNotified() {
      return goroutine().execution().store().is(notified);
    }

    @Override
    public int alternatives() {
      return deadline == NEVER ? 2 : 3;
    }

    @Override
    public boolean enabled(int alternative) {
      return lock.isFree()
          && switch (alternative) {
            case NOTIFIED -> isNotified();
            case INTERRUPTED -> !isNotified() && interruptible && thread.isInterrupted();
            default -> !isNotified();
          };
    }

    @Override
    public long deadline(int alternative) {
      return alternative == TIME_UP && !isNotified() ? deadline : NEVER;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(lock.cell());
      touchInterrupt(alternative == INTERRUPTED, into);
    }

    @Override
    public void execute(int alternative) {
      waiters.remove(this);
      goroutine().acquire(clock);
      if (alternative == INTERRUPTED) {
        thread.acquireInterrupt();
      }
      lock.take(goroutine(), holds);
    }
  }

  /** Wakes a waiter: each alternative another, or the first alone. */
  private final class Notify extends Step {

    private final boolean anyOfThem;

    Notify(boolean anyOfThem) {
      super("notify", lock, "running");
      this.anyOfThem = anyOfThem;
    }

    @Override
    public int alternatives() {
      return anyOfThem ? Math.max(1, waiters.size()) : 1;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(lock.cell());
    }

    @Override
    public void execute(int alternative) {
      if (alternative < waiters.size()) {
        wake(goroutine(), waiters.get(alternative));
      }
    }
  }

  /** Finds no waiter: none can come while the lock is held. */
  private final class NotifyNobody extends Step {

    NotifyNobody() {
      super("notify", lock, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.reads(lock.cell());
    }

    @Override
    public boolean changes(int alternative) {
      return false;
    }

    @Override
    public void execute(int alternative) {}
  }

  /** Wakes every waiter. */
  private final class NotifyAll extends Step {

    NotifyAll() {
      super("notifyAll", lock, "running");
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      into.writes(lock.cell());
    }

    @Override
    public boolean changes(int alternative) {
      return !waiters.isEmpty();
    }

    @Override
    public void execute(int alternative) {
      for (Waiter waiter : List.copyOf(waiters)) {
        wake(goroutine(), waiter);
      }
    }
  }
}
